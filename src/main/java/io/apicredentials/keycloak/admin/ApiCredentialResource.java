package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.keycloak.client.AuthorizationServices;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.CredentialSetup;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialUses;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.CatalogueFile;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One API credential. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiCredentialResource {

    private static final String REVOKE_TOKENS = "revokeTokens";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final CallerRights rights;
    private final ChangeLog changes;
    private final Clock clock;
    private final CredentialClients clients;

    ApiCredentialResource(
            KeycloakSession session,
            RealmModel realm,
            ClientModel client,
            CallerRights rights,
            ChangeLog changes,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.rights = rights;
        this.changes = changes;
        this.clock = clock;
        this.clients = new CredentialClients(session, realm);
    }

    @GET
    public Response get() {
        rights.requireView();
        return Response.ok(representation()).build();
    }

    /** The last uses of it that the realm has saved. */
    @GET
    @Path("usage")
    public Response usage() {
        rights.requireView();
        CredentialUses uses = new CredentialUses(session, realm);
        return Response.ok(UsageRepresentation.of(uses, client.getClientId(), page()))
                .build();
    }

    /** The last changes of it that the realm has saved. */
    @GET
    @Path("changes")
    public Response changes() {
        rights.requireView();
        Page page = page();
        CredentialChanges saved = new CredentialChanges(session, realm);
        Usernames usernames = new Usernames(session, realm, rights);
        return Response.ok(ChangesRepresentation.of(saved, client.getId(), page, usernames))
                .build();
    }

    /**
     * Replaces name, description, addresses and permissions as a whole, and mends what keeps the credential from being used.
     * What changes nothing writes nothing.
     */
    @PUT
    public Response update(InputStream body) {
        rights.requireManage();
        // Before the lock: the caller may be slow to send the rest of it.
        JsonNode json = RequestJson.read(body);
        lock();
        CredentialRepresentation present = representation();
        CredentialRequest request = CredentialRequest.update(json, permissionSet(), present);
        boolean mended = mend();
        if (!mended && present.has(request.content()) && representation().equals(present)) {
            return Response.ok(present).build();
        }
        clients.update(client, request.content(), now());
        CredentialRepresentation updated = representation();
        changes.updated(updated);
        return Response.ok(updated).build();
    }

    @POST
    @Path("enable")
    @Consumes(MediaType.WILDCARD)
    public Response enable() {
        rights.requireManage();
        parameters().refuseIfWrong();
        return setEnabled(true, false);
    }

    /** Stops authentication at once. Tokens already issued go on working until they expire, unless they are revoked. */
    @POST
    @Path("disable")
    @Consumes(MediaType.WILDCARD)
    public Response disable() {
        rights.requireManage();
        return setEnabled(false, revokeTokens());
    }

    /** Removes it for good. Tokens already issued go on working until they expire, unless they are revoked. */
    @DELETE
    public Response delete() {
        rights.requireManage();
        boolean revoke = revokeTokens();
        lock();
        CredentialRepresentation deleted = representation();
        clients.delete(client, revoke, now());
        changes.deleted(deleted, revoke);
        return Response.noContent().build();
    }

    private Response setEnabled(boolean enabled, boolean revoke) {
        lock();
        CredentialRepresentation before = representation();
        boolean mended = enabled && mend();
        boolean changed = clients.setEnabled(client, enabled, now());
        if (mended && !changed) {
            CredentialClients.touch(client, now());
        }
        if (revoke) {
            clients.revokeTokens(client, now());
        }
        CredentialRepresentation credential = representation();
        if (changed || revoke || !credential.equals(before)) {
            changes.enabled(credential, revoke);
        }
        return Response.ok(credential).build();
    }

    /** What is read after it is what the database has, and what it will have until this request ends. */
    private void lock() {
        switch (clients.lock(client)) {
            case HELD, OUTDATED -> {}
            case GONE -> throw Problems.unknownCredential();
            case BUSY -> throw Problems.busy();
        }
    }

    /**
     * Gives the credential and the realm back what it needs to be used, and takes away what was added to its client.
     *
     * @return whether that changed the credential
     */
    private boolean mend() {
        CredentialSetup before = CredentialSetup.of(session, client);
        new AuthorizationServices(session, client).remove();
        new ClientShape(session, realm).give(client, Installer.ensureInstalled(session, realm));
        new ServiceAccounts(session, realm).enable(client);
        return !before.equals(CredentialSetup.of(session, client));
    }

    private Page page() {
        return Page.read(session.getContext().getUri().getQueryParameters());
    }

    private boolean revokeTokens() {
        QueryParameters parameters = parameters(REVOKE_TOKENS);
        boolean revoke = parameters.flag(REVOKE_TOKENS).orElse(false);
        parameters.refuseIfWrong();
        return revoke;
    }

    private QueryParameters parameters(String... known) {
        return new QueryParameters(session.getContext().getUri().getQueryParameters(), List.of(known));
    }

    private PermissionSet permissionSet() {
        return StoredCredential.of(client)
                .permissionSet()
                .flatMap(CatalogueFile.catalogue()::find)
                .orElseThrow(() -> Problems.one(Problem.of("permissionSet", RequestProblem.PERMISSION_SET_GONE))
                        .refusal());
    }

    private CredentialRepresentation representation() {
        return CredentialRepresentation.of(Health.of(session, realm).of(client));
    }

    private Instant now() {
        return clock.instant();
    }
}
