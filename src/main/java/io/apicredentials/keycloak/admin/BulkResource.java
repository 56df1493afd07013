package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.Places;
import io.apicredentials.keycloak.manage.CreateCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Creates many credentials, each in a transaction of its own, and answers while it reads. */
@Produces({MediaType.APPLICATION_JSON, BulkLines.MEDIA_TYPE})
@Consumes(BulkLines.MEDIA_TYPE)
public final class BulkResource {

    /** Each holds a thread, for as long as its caller takes to send. */
    private static final Places PLACES = new Places(4, 2);

    /** Many clients send all of their request before they read: the answers to 10,000 lines are that long. */
    private static final int MOST_BEHIND = 8 * 1024 * 1024;

    /** 10,000 take some minutes; a caller may take its time for each line. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** For a caller to read what it has not read by then. */
    private static final Duration LEFT_TO_READ = Duration.ofMinutes(5);

    private final ManageContext context;
    private final CallerRights rights;

    BulkResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    /** Creates one for each line, as the creation of one does; or, as a dry run, says what is wrong with the lines. */
    @POST
    public Response create(InputStream body) {
        rights.requireManage();
        QueryParameters query =
                new QueryParameters(context.session().getContext().getUri().getQueryParameters(), List.of("dryRun"));
        boolean isDryRun = query.flag("dryRun").orElse(false);
        query.refuseIfWrong();
        AnswerReader reader = AnswerReader.ofRequest();
        reader.whenRequestEnds(PLACES.take(context.realm().getId()).orElseThrow(Refusal::bulksRunning));
        new CreateCredential(context).logWarnings();
        BulkLines lines = new BulkLines(UUID.randomUUID().toString(), isDryRun);
        CallersRequest request = CallersRequest.of(context.session().getContext());
        BulkCreation creation =
                new BulkCreation(context.onOtherThreads(request::enter), rights.caller(), lines.id(), isDryRun);
        return Response.ok((StreamingOutput) output -> answer(body, reader, output, creation, lines))
                .type(BulkLines.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would keep the lines back until it has some kilobytes of them.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private void answer(
            InputStream body, AnswerReader reader, OutputStream output, BulkCreation creation, BulkLines lines) {
        // It may take minutes: the request's own transaction would keep a connection for as long, and time out.
        context.session().getTransactionManager().commit();
        Instant end = context.now().plus(LONGEST);
        try (WatchedOutput watched = reader.watch(output);
                LineWriter writer = LineWriter.start(watched, "Bulk " + lines.id(), MOST_BEHIND);
                BulkWorkers workers = new BulkWorkers()) {
            watched.only(writer::isWaitedFor).until(() -> context.now().isAfter(end.plus(LEFT_TO_READ)));
            new BulkRun(
                            new RequestLines(
                                    body,
                                    RequestJson.MAX_BYTES,
                                    () -> context.now().isAfter(end)),
                            creation::create,
                            workers,
                            new LinesInWork(
                                    BulkWorkers.NUMBER, lines, line -> !reader.hasLeft() && writer.writeInTime(line)))
                    .run();
        }
    }
}
