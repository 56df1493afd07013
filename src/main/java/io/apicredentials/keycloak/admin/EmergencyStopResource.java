package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.manage.EmergencyStop;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.StopOrder;
import io.apicredentials.keycloak.manage.StopTarget;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Stops many credentials at once. */
@Produces({MediaType.APPLICATION_JSON, StopLines.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class EmergencyStopResource {

    /** Requests take milliseconds; a server under load, or one that collects garbage, takes a second. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** For a caller that does not read what it asked for. */
    private static final int MOST_BEHIND = 10 * 1024 * 1024;

    private final ManageContext context;
    private final CallerRights rights;

    EmergencyStopResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    /** Stops all that match, telling each; or, as a dry run, says which these are. */
    @POST
    public Response stop(InputStream body) {
        rights.requireManage();
        StopRequest request = StopRequest.read(RequestJson.read(body), new RealmSettings(context.realm()).catalogue());
        if (request.isDryRun()) {
            return Response.ok(StopPreviewRepresentation.of(
                            StopTarget.find(context, request.filter(), request.revokesTokens()),
                            Page.read(query()),
                            new CountedUses(context.session(), context.realm()),
                            new RealmSettings(context.realm()),
                            context.now()))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
        new QueryParameters(query(), List.of()).refuseIfWrong();
        StopOrder order = new StopOrder(
                UUID.randomUUID().toString(),
                rights.userId(),
                request.reason().orElseThrow(),
                request.filter(),
                request.revokesTokens());
        AnswerReader reader = AnswerReader.ofRequest();
        return Response.ok((StreamingOutput) output -> stop(order, () -> reader.watch(output)))
                .type(StopLines.MEDIA_TYPE)
                // nginx would keep the lines back until it has some kilobytes of them.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** @param watch begins to watch the answer, which goes on until that is closed */
    void stop(StopOrder order, Supplier<WatchedOutput> watch) {
        // A stop may take minutes: the request's own transaction would keep a connection for as long, and time out.
        context.session().getTransactionManager().commit();
        try (WatchedOutput output = watch.get();
                LineWriter writer = LineWriter.start(output, "Emergency stop " + order.id(), MOST_BEHIND)) {
            StopLines lines = new StopLines(order.id(), writer::write);
            boolean isComplete = false;
            try {
                isComplete = new EmergencyStop(context, order, lines, EmergencyStopResource::pause, SETTLING).run();
            } finally {
                lines.end(isComplete);
            }
        }
    }

    /** What interrupts it is the end of the server; the stop goes on for as long as it is let. */
    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private MultivaluedMap<String, String> query() {
        return context.session().getContext().getUri().getQueryParameters();
    }
}
