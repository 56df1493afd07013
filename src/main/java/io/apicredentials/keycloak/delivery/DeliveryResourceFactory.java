package io.apicredentials.keycloak.delivery;

import io.apicredentials.keycloak.settings.RealmAddresses;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Gives each realm the page at which secrets are picked up. */
public final class DeliveryResourceFactory implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new DeliveryResource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String getId() {
        return RealmAddresses.DELIVERY_PATH;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
