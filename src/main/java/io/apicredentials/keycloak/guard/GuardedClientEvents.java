package io.apicredentials.keycloak.guard;

import java.util.Optional;
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
    private static final String SCOPES = "client-scopes/";

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
        id(event, SCOPES).ifPresent(id -> WaitingScopeEdit.await(session, event.getRealmId(), id));
        id(event).ifPresent(id -> {
            EditorRight.await(session, event.getRealmId(), id);
            if (isBelowClient(event)) {
                WaitingEdit.awaitChangeBelow(session, event.getRealmId(), id);
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

    /** An action, such as a new clear-text secret, changes nothing that lasts. */
    private static boolean isBelowClient(AdminEvent event) {
        return event.getOperationType() != OperationType.ACTION
                && event.getResourcePath().indexOf('/', PREFIX.length()) >= 0;
    }

    @Override
    public void close() {}
}
