package io.apicredentials.keycloak.audit;

import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CountedUse;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.history.EventSecrets;
import io.apicredentials.keycloak.history.SavedEvents;
import io.apicredentials.keycloak.metrics.UseCounter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Corrects what Keycloak writes into events from a request: secrets are masked in every event, whatever endpoint it is from,
 * and events about credentials have the address that they are judged by.
 *
 * <p>Where the authenticator was asked, it has done both already. Elsewhere the event was saved before this listener
 * hears of it, so that its row is corrected too, and other listeners may have had it. They hold the same object, and
 * Keycloak's own use it at the end of the transaction only.
 */
final class EventCorrection implements EventListenerProvider {

    /** The resource types of our admin events. */
    private static final Set<String> OURS = Set.of(CredentialChanges.RESOURCE_TYPE, CredentialChanges.SETTINGS_TYPE);

    private final KeycloakSession session;
    private final ProxySettings proxies;
    private final Optional<UseCounter> metrics;

    /** @param metrics empty where the server has none */
    EventCorrection(KeycloakSession session, ProxySettings proxies, Optional<UseCounter> metrics) {
        this.session = session;
        this.proxies = proxies;
        this.metrics = metrics;
    }

    @Override
    public void onEvent(Event event) {
        boolean masked = EventSecrets.mask(event);
        if (setAddress(event) || masked) {
            new SavedEvents(session).correct(event);
        }
        // When it says what it is judged to be, and whether it is saved or not.
        CountedUse.of(session, event).ifPresent(use -> {
            use.count(session);
            metrics.ifPresent(counter -> counter.count(use.key().outcome()));
        });
        if (CredentialEvent.isOneOfMany(event)) {
            metrics.ifPresent(UseCounter::countOverLimit);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        boolean masked = EventSecrets.mask(event);
        if (setAddress(event) || masked) {
            new SavedEvents(session).correct(event);
        }
    }

    private boolean setAddress(Event event) {
        if (proxies.header().isEmpty() || !concernsCredential(event)) {
            return false;
        }
        String judged = judged();
        boolean differs = !Objects.equals(judged, event.getIpAddress());
        event.setIpAddress(judged);
        return differs;
    }

    private boolean setAddress(AdminEvent event) {
        AuthDetails caller = event.getAuthDetails();
        boolean isOurs = OURS.contains(String.valueOf(event.getResourceTypeAsString()));
        // What the server does by itself, nobody asks for: it is without a user and without a request.
        if (proxies.header().isEmpty() || caller == null || caller.getUserId() == null || !isOurs) {
            return false;
        }
        String judged = judged();
        boolean differs = !Objects.equals(judged, caller.getIpAddress());
        caller.setIpAddress(judged);
        return differs;
    }

    /** Introspection is the request of another client, about the token of a credential. */
    private boolean concernsCredential(Event event) {
        return CredentialEvent.isOfCredential(event) || issuedForCredential(event);
    }

    private boolean issuedForCredential(Event event) {
        return Optional.ofNullable(event.getDetails())
                .map(details -> details.get(Details.TOKEN_ISSUED_FOR))
                .map(this::client)
                .filter(StoredCredential::isOrWasApiCredential)
                .isPresent();
    }

    private @Nullable ClientModel client(String clientId) {
        return session.clients().getClientByClientId(session.getContext().getRealm(), clientId);
    }

    private @Nullable String judged() {
        return CallerAddress.of(
                        session.getContext().getHttpRequest(),
                        session.getContext().getConnection(),
                        proxies)
                .text();
    }

    @Override
    public void close() {}
}
