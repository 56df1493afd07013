package io.apicredentials.keycloak.audit;

import io.apicredentials.keycloak.history.CountedUse;
import io.apicredentials.keycloak.provider.ApiCredentials;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Has events corrected in every realm, whatever listeners its administrators have chosen. */
public final class EventCorrectionFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventCorrection(session, ApiCredentials.options(session).proxies());
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return CountedUse.LISTENER;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
