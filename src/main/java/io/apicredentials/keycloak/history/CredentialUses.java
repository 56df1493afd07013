package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The uses of credentials at the token endpoint, as far as the server's event store has them. */
public final class CredentialUses {

    private static final EventType ACCEPTED = EventType.CLIENT_LOGIN;
    private static final EventType REFUSED = EventType.CLIENT_LOGIN_ERROR;

    /** For each account by the index that Keycloak's table of events has for users. */
    private static final String LAST_ACTIVE =
            "select c.id, u.createdTimestamp, (select max(e.time) from EventEntity e where e.realmId = :realm"
                    + " and e.time > :after and e.type = :accepted and e.userId = u.id) from UserEntity u, ClientEntity c"
                    + " where u.realmId = :realm and u.serviceAccountClientLink = c.id"
                    + " and c.realmId = :realm and c.clientAuthenticatorType = :authenticator";

    private static final String OF_ONE = " and c.id = :credential";

    private final Optional<EventStoreProvider> store;
    private final EntityManager entities;
    private final UsesSince since;
    private final RealmModel realm;
    private final CredentialQuery credentials;

    public CredentialUses(KeycloakSession session, RealmModel realm) {
        this.store = Optional.ofNullable(session.getProvider(EventStoreProvider.class));
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.since = new UsesSince(realm);
        this.realm = realm;
        this.credentials = new CredentialQuery(session, realm);
    }

    /** Whether a use that happens now is saved, accepted or not. */
    public boolean areRecorded() {
        return saves(ACCEPTED) && saves(REFUSED);
    }

    /** Whether an accepted use that happens now is saved. */
    public boolean acceptedAreRecorded() {
        return saves(ACCEPTED);
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

    /** The last accepted use of each of these credentials that has one; other ids are left out. */
    public Map<String, Instant> last(List<String> ids) {
        Map<String, Instant> last = new HashMap<>();
        if (store.isPresent()) {
            credentials
                    .serviceAccounts(ids)
                    .forEach(account -> last(account).ifPresent(time -> last.put(account.credential(), time)));
        }
        return last;
    }

    /**
     * The last accepted use of each credential after an instant, in one statement for all. Where there is none, when its service
     * account was made: one that an import brings has an older account's past, and none of its uses.
     */
    Map<String, Instant> lastActive(Instant after) {
        return lastActive(entities.createQuery(LAST_ACTIVE, Object[].class), after);
    }

    /** The same for one credential. */
    Optional<Instant> lastActive(String id) {
        TypedQuery<Object[]> query = entities.createQuery(LAST_ACTIVE + OF_ONE, Object[].class);
        return Optional.ofNullable(
                lastActive(query.setParameter("credential", id), Instant.EPOCH).get(id));
    }

    private Map<String, Instant> lastActive(TypedQuery<Object[]> query, Instant after) {
        Map<String, Instant> last = new HashMap<>();
        List<Object[]> rows = query.setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("accepted", ACCEPTED.toString())
                .setParameter("after", after.toEpochMilli())
                .getResultList();
        for (Object[] row : rows) {
            Stream.of(row[1], row[2])
                    .flatMap(time -> Stream.ofNullable((Long) time))
                    .max(Long::compare)
                    .ifPresent(time -> last.put((String) row[0], Instant.ofEpochMilli(time)));
        }
        return last;
    }

    /**
     * Whether a credential of which no accepted use is saved since {@link #areKnownSince} was certainly not used in a period:
     * uses are saved into Keycloak's own store, are kept for longer, and there is one from before, of whatever client, so that
     * they were not cleared.
     */
    boolean areKnownFor(Duration period, Instant now) {
        return areKeptFor(period) && areKnownSince().isPresent() && isAnySavedBefore(now.minus(period));
    }

    /** Whether accepted uses that happen now are saved into Keycloak's own store, and kept for longer than a period. */
    boolean areKeptFor(Duration period) {
        return savesIntoTable()
                && keptFor().map(kept -> kept.compareTo(period) > 0).orElse(true);
    }

    /** Since when uses have been possible and saved all the time; empty when that was never noted. */
    Optional<Instant> areKnownSince() {
        return since.instant();
    }

    /**
     * Notes since when they are known; to be called at intervals.
     *
     * @param isWanted whether anybody wants to know; a gap would not be noticed otherwise
     */
    void noteSince(boolean isWanted, Instant now) {
        boolean arePossible =
                realm.isEnabled() && new ClientFlow(realm).obstacle().isEmpty();
        since.note(isWanted && arePossible && savesIntoTable(), now);
    }

    /** Another store than Keycloak's cannot be asked for all credentials at once. */
    private boolean savesIntoTable() {
        return store.filter(JpaEventStoreProvider.class::isInstance).isPresent() && saves(ACCEPTED);
    }

    private boolean isAnySavedBefore(Instant end) {
        return store.map(events -> events.createQuery()
                        .realm(realm.getId())
                        .type(ACCEPTED)
                        .toDate(end.toEpochMilli())
                        .maxResults(1)
                        .getResultStream())
                .flatMap(Stream::findFirst)
                .isPresent();
    }

    /** By the service account too, since Keycloak's table has an index for the events of a user, and none for a client. */
    private Optional<Instant> last(CredentialQuery.ServiceAccount account) {
        return query().map(query ->
                        query.client(account.clientId()).user(account.userId()).type(ACCEPTED))
                .flatMap(query -> query.maxResults(1).getResultStream().findFirst())
                .map(event -> Instant.ofEpochMilli(event.getTime()));
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
