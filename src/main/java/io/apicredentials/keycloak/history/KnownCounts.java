package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.RealmModel;

/**
 * How many credentials realms had at the end of their chains of records. What makes or removes a credential writes a record in the
 * same transaction, so that a count holds for as long as the chain ends there. What is done past that, such as in the database or by
 * another node that removes a realm, shows after a while.
 */
final class KnownCounts {

    static final Duration LONGEST = Duration.ofMinutes(1);

    /** A server has some thousand realms at most, of which few are looked at. */
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private final Map<String, Known> byRealm = new LinkedHashMap<>();

    private record Known(ChainEnd end, long count, long since) {}

    /** @param nanos a clock that never goes backwards */
    KnownCounts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The count of a realm whose chain ends there; empty when it is not known, or not any more. */
    synchronized OptionalLong find(String realm, ChainEnd end) {
        Known known = byRealm.get(realm);
        return known != null && known.end.equals(end) && nanos.getAsLong() - known.since < LONGEST.toNanos()
                ? OptionalLong.of(known.count)
                : OptionalLong.empty();
    }

    /** @param end read before it was counted: where something was added in between, the count is not asked for any more */
    synchronized void keep(String realm, ChainEnd end, long count) {
        byRealm.remove(realm);
        byRealm.put(realm, new Known(end, count, nanos.getAsLong()));
        if (byRealm.size() > MOST) {
            byRealm.remove(byRealm.keySet().iterator().next());
        }
    }

    /** When it is certain that a realm is removed: the next one with its id may have no credentials, and so no record. */
    void forget(RealmModel.RealmRemovedEvent removed) {
        String realm = removed.getRealm().getId();
        removed.getKeycloakSession().getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                forget(realm);
            }

            @Override
            protected void rollbackImpl() {
                // It is still there.
            }
        });
    }

    private synchronized void forget(String realm) {
        byRealm.remove(realm);
    }
}
