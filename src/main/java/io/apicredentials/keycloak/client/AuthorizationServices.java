package io.apicredentials.keycloak.client;

import java.util.Optional;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Keycloak's authorization services of a client: what makes it a resource server, and is kept beside the client. */
public record AuthorizationServices(KeycloakSession session, ClientModel client) {

    /** Whether the client is a resource server. */
    public boolean areOn() {
        return store().map(store -> store.findByClient(client)).isPresent();
    }

    /** Removes them with all resources, scopes and policies of the client, if there are any. */
    public void remove() {
        if (areOn()) {
            store().ifPresent(store -> store.delete(client));
        }
    }

    /** Empty where the server runs without the feature. */
    private Optional<ResourceServerStore> store() {
        return Optional.ofNullable(session.getProvider(AuthorizationProvider.class))
                .map(provider -> provider.getStoreFactory().getResourceServerStore());
    }
}
