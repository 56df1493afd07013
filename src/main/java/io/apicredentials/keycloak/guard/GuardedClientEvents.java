package io.apicredentials.keycloak.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * For changes below a client that have no other hook: takes back the clear-text secret that Keycloak's "regenerate
 * secret" gives a client, in the same transaction, so that the secret in its answer does not work; and has the editor's
 * right checked before the change is committed.
 */
final class GuardedClientEvents implements EventListenerProvider {

    private static final String PREFIX = "clients/";

    /** Keycloak serves client scopes by their former name too, and the event has the path that was asked. */
    private static final List<String> SCOPES = List.of("client-scopes/", "client-templates/");

    /** Actions below a client that change nothing that lasts: a new secret in clear text is taken back. */
    private static final Set<String> PASSING =
            Set.of("client-secret", "registration-access-token", "push-revocation", "test-nodes-available");

    private final KeycloakSession session;

    GuardedClientEvents(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {}

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getOperationType() == OperationType.ACTION) {
            id(event).flatMap(id -> client(event, id)).ifPresent(ClientGuard::removeSecrets);
        }
        SCOPES.stream().flatMap(prefix -> id(event, prefix).stream()).forEach(id -> {
            WaitingScopeEdit.await(session, event.getRealmId(), id);
            RecordedSideEdit.awaitOfScope(session, event, id);
        });
        id(event).ifPresent(id -> {
            EditorRight.await(session, event.getRealmId(), id);
            if (isBelowClient(event)) {
                WaitingEdit.awaitChangeBelow(session, event.getRealmId(), id);
                RecordedSideEdit.awaitBelowClient(session, event, id);
            }
        });
    }

    private Optional<ClientModel> client(AdminEvent event, String id) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        return Optional.ofNullable(session.clients().getClientById(realm, id));
    }

    /** The internal id of the client that the event is about, or about something below it. */
    private static Optional<String> id(AdminEvent event) {
        return id(event, PREFIX);
    }

    private static Optional<String> id(AdminEvent event, String prefix) {
        return Optional.ofNullable(event.getResourcePath())
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("/", -1)[0]);
    }

    private static boolean isBelowClient(AdminEvent event) {
        String[] path = event.getResourcePath().substring(PREFIX.length()).split("/", -1);
        boolean passes =
                event.getOperationType() == OperationType.ACTION && path.length == 2 && PASSING.contains(path[1]);
        return path.length > 1 && !passes;
    }

    @Override
    public void close() {}
}
