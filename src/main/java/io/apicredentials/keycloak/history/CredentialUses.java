package io.apicredentials.keycloak.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Each single use of a credential at the token endpoint, as far as the server's event store has them. */
public final class CredentialUses {

    private static final EventType ACCEPTED = EventType.CLIENT_LOGIN;
    private static final EventType REFUSED = EventType.CLIENT_LOGIN_ERROR;

    private final Optional<EventStoreProvider> store;
    private final RealmModel realm;

    public CredentialUses(KeycloakSession session, RealmModel realm) {
        this.store = Optional.ofNullable(session.getProvider(EventStoreProvider.class));
        this.realm = realm;
    }

    /** Whether a use that happens now is saved, accepted or not. */
    public boolean areRecorded() {
        return saves(ACCEPTED) && saves(REFUSED);
    }

    /** For how long a use that is saved now is kept; empty when for good, or when nobody knows. */
    public Optional<Duration> keptFor() {
        return store.isEmpty() ? Optional.empty() : EventRetention.of(realm.getEventsExpiration());
    }

    /** A page of the uses of one credential, newest first. */
    public List<Event> list(String clientId, int first, int max) {
        return query().map(query -> query.client(clientId).type(ACCEPTED, REFUSED))
                .map(query -> query.firstResult(first).maxResults(max).getResultStream())
                .map(Stream::toList)
                .orElse(List.of());
    }

    private Optional<EventQuery> query() {
        return store.map(events -> events.createQuery().realm(realm.getId()).orderByDescTime());
    }

    /** A realm that names no types saves those that are saved by default. */
    private boolean saves(EventType type) {
        if (store.isEmpty() || !realm.isEventsEnabled()) {
            return false;
        }
        Set<String> named = realm.getEnabledEventTypesStream().collect(Collectors.toSet());
        return named.isEmpty() ? type.isSaveByDefault() : named.contains(type.name());
    }
}
