package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.manage.DeleteCredential;
import io.apicredentials.keycloak.manage.DisableCredential;
import io.apicredentials.keycloak.manage.EnableCredential;
import io.apicredentials.keycloak.manage.LockAttempt;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.permission.PermissionCatalogue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** One API credential. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiCredentialResource {

    private static final String REVOKE_TOKENS = "revokeTokens";

    private final ManageContext context;
    private final ClientModel client;
    private final CallerRights rights;
    private final PermissionCatalogue catalogue;

    ApiCredentialResource(
            ManageContext context, ClientModel client, CallerRights rights, PermissionCatalogue catalogue) {
        this.context = context;
        this.client = client;
        this.rights = rights;
        this.catalogue = catalogue;
    }

    @GET
    public Response get() {
        rights.requireView();
        Health health = Health.of(context.session(), context.realm());
        return Response.ok(CredentialRepresentation.of(health.of(client))).build();
    }

    @GET
    @Path("usage")
    public Response usage() {
        return Response.ok(history().usage()).build();
    }

    @GET
    @Path("activity")
    public Response activity() {
        return Response.ok(history().activity()).build();
    }

    @GET
    @Path("suggestions")
    public Response suggestions() {
        return Response.ok(history().suggestions()).build();
    }

    @GET
    @Path("changes")
    public Response changes() {
        return Response.ok(history().changes()).build();
    }

    /** Whether a use would be admitted, check by check. It does not count as a use, and writes nothing. */
    @POST
    @Path("explain")
    public Response explain(InputStream body) {
        return Response.ok(new Questions(context, client, rights).explain(body)).build();
    }

    @GET
    @Path("timeline")
    public Response timeline() {
        return Response.ok(history().timeline()).build();
    }

    /** What a change would have done to the recorded uses. Nothing is changed. */
    @POST
    @Path("what-if")
    public Response whatIf(InputStream body) {
        return Response.ok(new Questions(context, client, rights).whatIf(body, catalogue))
                .build();
    }

    private HistoryAnswers history() {
        return new HistoryAnswers(context, client, rights, query());
    }

    @Path("secrets")
    public SecretsResource secrets() {
        return new SecretsResource(context, client, rights, this::lock);
    }

    /** Replaces all that can be edited, and mends what keeps the credential from being used. What changes nothing writes nothing. */
    @PUT
    public Response update(InputStream body) {
        rights.requireManage();
        // Before the lock: the caller may be slow to send the rest of it.
        JsonNode json = RequestJson.read(body);
        return new UpdateAnswer(context, rights, catalogue).of(lock(), json);
    }

    @POST
    @Path("enable")
    @Consumes(MediaType.WILDCARD)
    public Response enable() {
        rights.requireManage();
        QueryParameters parameters = new QueryParameters(query(), List.of(ReasonField.NAME));
        Optional<String> reason = ReasonField.read(parameters);
        parameters.refuseIfWrong();
        LockedCredential credential = lock();
        WaitingChange waiting = new WaitingChange(context, rights);
        waiting.refuseUnapproved(credential);
        StoredCredential stored = credential.stored();
        if (!stored.enabled()) {
            Refusal.ifAny(context.judge().enabled(stored, stored.content()));
        }
        return Optional.of(ProposedChange.enable())
                .filter(change -> !stored.enabled())
                .flatMap(change -> waiting.ask(credential, change, reason))
                .orElseGet(() -> Response.ok(new EnableCredential(credential.because(reason))
                                .run()
                                .orElseThrow(Refusal::notPrepared))
                        .build());
    }

    /** Stops authentication at once. Tokens already issued go on working until they expire, unless they are revoked. */
    @POST
    @Path("disable")
    @Consumes(MediaType.WILDCARD)
    public Response disable() {
        rights.requireManage();
        Ending wanted = ending();
        return Response.ok(new DisableCredential(lock().because(wanted.reason)).run(wanted.revoke))
                .build();
    }

    /** Removes it for good. Tokens already issued go on working until they expire, unless they are revoked. */
    @DELETE
    public Response delete() {
        rights.requireManage();
        Ending wanted = ending();
        LockedCredential credential = lock();
        // What was never in force can go.
        boolean mayWait = credential.stored().state() != CredentialState.UNAPPROVED;
        return Optional.of(ProposedChange.delete(wanted.revoke))
                .filter(change -> mayWait)
                .flatMap(change -> new WaitingChange(context, rights).ask(credential, change, wanted.reason))
                .orElseGet(() -> {
                    LockedCredential ended = credential.because(wanted.reason);
                    new WaitingChange(context, rights).withdrawLast(ended);
                    new DeleteCredential(ended).run(wanted.revoke);
                    return Response.noContent().build();
                });
    }

    private LockedCredential lock() {
        LockAttempt attempt = LockedCredential.take(context, client);
        if (attempt instanceof LockedCredential locked) {
            return locked;
        }
        throw attempt == LockAttempt.Missed.GONE ? Refusal.unknownCredential() : Refusal.busy();
    }

    /** How it is ended, and why. */
    private record Ending(boolean revoke, Optional<String> reason) {}

    private Ending ending() {
        QueryParameters parameters = new QueryParameters(query(), List.of(REVOKE_TOKENS, ReasonField.NAME));
        Ending ending = new Ending(parameters.flag(REVOKE_TOKENS).orElse(false), ReasonField.read(parameters));
        parameters.refuseIfWrong();
        return ending;
    }

    private MultivaluedMap<String, String> query() {
        return context.session().getContext().getUri().getQueryParameters();
    }
}
