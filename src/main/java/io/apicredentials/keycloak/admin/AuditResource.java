package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.AuditHistory;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The audit records of a realm. */
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final ManageContext context;
    private final CallerRights rights;

    AuditResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    /** Those that match, newest first. */
    @GET
    public Response list() {
        rights.requireView();
        AuditParameters.Listed asked = AuditParameters.list(query(), namedRealms());
        return Response.ok(
                        Refusal.unlessUnreadable(() -> AuditRepresentation.of(history(), asked.filter(), asked.page())))
                .build();
    }

    /**
     * All that match, the first first, as a file. Its end is its end: where reading fails on the way, the connection breaks. 409
     * while there are as many as there may be.
     */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export() {
        rights.requireView();
        AuditParameters.Exported asked = AuditParameters.export(query(), namedRealms());
        // A reader may take minutes: the request's own transaction would be open for as long, and time out.
        context.session().getTransactionManager().commit();
        AuditHistory history = history();
        AnswerReader reader = AnswerReader.ofRequest();
        // Not when the file is written: for HEAD, and where something fails before, none is.
        reader.whenRequestEnds(history.beginExport().orElseThrow(Refusal::exportsRunning));
        AuditExport file =
                Refusal.unlessUnreadable(() -> AuditExport.begin(history, asked.filter(), asked.format(), reader));
        return Response.ok(file, asked.format().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"audit." + asked.format().word() + "\"")
                .build();
    }

    /** Computes the chain of the records anew, and names the first one that is not as it was written; 409 while somebody does. */
    @GET
    @Path("verify")
    public Response verify() {
        rights.requireView();
        new QueryParameters(query(), List.of()).refuseIfWrong();
        // A long chain takes minutes, which the request's own transaction would not outlast.
        context.session().getTransactionManager().commit();
        AuditHistory.Verification found =
                Refusal.unlessUnreadable(history()::verify).orElseThrow(Refusal::verificationRunning);
        return Response.ok(VerificationRepresentation.of(found, context.now())).build();
    }

    private Set<String> namedRealms() {
        return new Usernames(context.session(), context.realm(), rights).namedRealms();
    }

    private AuditHistory history() {
        return new AuditHistory(context.session(), context.realm());
    }

    private MultivaluedMap<String, String> query() {
        return context.session().getContext().getUri().getQueryParameters();
    }
}
