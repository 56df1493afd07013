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
 * Takes back the clear-text secret that Keycloak's "regenerate secret" gives a client, in the same transaction: that door
 * has no other hook. The secret in its answer is good for nothing.
 */
final class SecretScrubber implements EventListenerProvider {

    private static final String PREFIX = "clients/";

    private final KeycloakSession session;

    SecretScrubber(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {}

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getOperationType() == OperationType.ACTION) {
            client(event).ifPresent(ClientGuard::scrub);
        }
    }

    private Optional<ClientModel> client(AdminEvent event) {
        String path = Optional.ofNullable(event.getResourcePath()).orElse("");
        int end = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        return Optional.ofNullable(session.clients().getClientById(realm, path.substring(PREFIX.length(), end)));
    }

    @Override
    public void close() {}
}
