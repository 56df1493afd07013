package io.apicredentials.keycloak.audit;

import io.apicredentials.keycloak.history.CountedUse;
import io.apicredentials.keycloak.metrics.MetricsOption;
import io.apicredentials.keycloak.metrics.UseCounter;
import io.apicredentials.keycloak.provider.ApiCredentials;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Has events corrected in every realm, whatever listeners its administrators have chosen. */
public final class EventCorrectionFactory implements EventListenerProviderFactory {

    private Optional<UseCounter> metrics = Optional.empty();

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventCorrection(session, ApiCredentials.options(session).proxies(), metrics);
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
    public void init(Config.Scope config) {
        if (MetricsOption.isOn(config)) {
            metrics = Optional.of(new UseCounter());
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
