package io.apicredentials.keycloak.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What administrators did to a credential, here and through Keycloak's own resource for clients, as far as the server's
 * event store has it.
 */
public final class CredentialChanges {

    /** The resource type of the admin events about credentials; nobody else writes any of it. */
    public static final String RESOURCE_TYPE = "API_CREDENTIAL";

    /** That of the admin events about what holds for all credentials of a realm. */
    public static final String SETTINGS_TYPE = "API_CREDENTIAL_SETTINGS";

    /** The detail of admin events with the address of somebody whom no user stands for. */
    public static final String ADDRESS = "ip_address";

    /** The realm attribute with the seconds for which its admin events are kept. */
    private static final String EXPIRATION = "adminEventsExpiration";

    private static final int WINDOW = 200;

    /** How many events are looked at for one page. No credential has that many; it keeps a request from reading on. */
    private static final int REACH = 10_000;

    private final Optional<EventStoreProvider> store;
    private final RealmModel realm;

    public CredentialChanges(KeycloakSession session, RealmModel realm) {
        this.store = Optional.ofNullable(session.getProvider(EventStoreProvider.class));
        this.realm = realm;
    }

    /** Whether a change that is made now is saved. */
    public boolean areRecorded() {
        return store.isPresent() && realm.isAdminEventsEnabled();
    }

    /** For how long a change that is saved now is kept; empty when for good, or when nobody knows. */
    public Optional<Duration> keptFor() {
        return store.isEmpty() ? Optional.empty() : EventRetention.of(realm.getAttribute(EXPIRATION, 0L));
    }

    /** A page of the changes of one credential, newest first. */
    public List<AdminEvent> list(String id, int first, int max) {
        return list(id, Instant.EPOCH, any -> true, (long) first + max).stream()
                .skip(first)
                .toList();
    }

    /**
     * The newest of those changes of one credential that are wanted, newest first.
     *
     * @param from older ones are left out
     */
    public List<AdminEvent> list(String id, Instant from, Predicate<AdminEvent> isWanted, long max) {
        return store.map(events -> list(new Search(events, realm, id, from), isWanted, max))
                .orElse(List.of());
    }

    private static List<AdminEvent> list(Search search, Predicate<AdminEvent> isWanted, long max) {
        List<AdminEvent> changes = new ArrayList<>();
        for (int read = 0; read < REACH && changes.size() < max; read += WINDOW) {
            List<AdminEvent> window = search.window(read);
            window.stream().filter(search::finds).filter(isWanted).forEach(changes::add);
            if (window.size() < WINDOW) {
                break;
            }
        }
        return changes.stream().limit(max).toList();
    }

    /**
     * One pattern reaches both resources, but others too: a role of the client given to a user is at
     * {@code users/…/clients/{id}}, and an id from an import may be the beginning of another one. Hence pages are
     * counted here.
     */
    private record Search(EventStoreProvider events, RealmModel realm, String id, Instant from) {

        private List<AdminEvent> window(int first) {
            return events.createAdminQuery()
                    .realm(realm.getId())
                    .resourcePath("*s/" + id + "*")
                    .fromTime(from.toEpochMilli())
                    .orderByDescTime()
                    .firstResult(first)
                    .maxResults(WINDOW)
                    .getResultStream()
                    .toList();
        }

        private boolean finds(AdminEvent event) {
            String path = Optional.ofNullable(event.getResourcePath()).orElse("") + "/";
            return Stream.of("api-credentials/", "clients/").anyMatch(resource -> path.startsWith(resource + id + "/"));
        }
    }
}
