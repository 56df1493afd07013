package io.apicredentials.keycloak.metrics;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.credential.Expiry;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.policy.DueSoon;
import io.apicredentials.policy.RealmPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * How many credentials there are in all realms. It is counted in the background when somebody asks, at most once a minute, and less
 * often where that takes long: one statement for each realm, whoever asks how often.
 */
final class Census {

    private static final Logger LOG = Logger.getLogger(Census.class);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** It takes no more of the time than one part in so many. */
    private static final int PAUSE = 100;

    private final KeycloakSessionFactory factory;
    private final InstantSource clock = InstantSource.system();
    private final AtomicBoolean isCounting = new AtomicBoolean();

    private volatile @Nullable Numbers numbers;
    private volatile Instant next = Instant.MIN;

    Census(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /**
     * What was counted.
     *
     * @param rotationsDue those that can be used and whose secret has to be rotated within 14 days, or should have been
     * @param approvalsWaiting requests about credentials that can still be decided
     */
    record Numbers(Map<CredentialStatus, Integer> byStatus, int rotationsDue, int approvalsWaiting) {}

    /** What was counted last; empty before that, and where it fails. */
    Optional<Numbers> latest() {
        if (!clock.instant().isBefore(next) && isCounting.compareAndSet(false, true)) {
            Thread thread = new Thread(this::count, "api-credential-census");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (failing, failed) -> LOG.warn("API credentials cannot be counted for metrics", failed));
            thread.start();
        }
        return Optional.ofNullable(numbers);
    }

    private void count() {
        Instant begin = clock.instant();
        Numbers counted = null;
        try {
            Count count = new Count(begin);
            for (String realm : KeycloakModelUtils.runJobInTransactionWithResult(factory, Census::realms)) {
                KeycloakModelUtils.runJobInTransaction(factory, session -> count.add(session, realm));
            }
            counted = new Numbers(count.byStatus, count.rotationsDue, count.approvalsWaiting);
        } finally {
            numbers = counted;
            Instant end = clock.instant();
            Duration pause = Duration.between(begin, end).multipliedBy(PAUSE);
            next = end.plus(pause.compareTo(SHORTEST) > 0 ? pause : SHORTEST);
            isCounting.set(false);
        }
    }

    private static List<String> realms(KeycloakSession session) {
        return session.realms().getRealmsStream().map(RealmModel::getId).toList();
    }

    private static final class Count {

        private final Instant now;
        private final Map<CredentialStatus, Integer> byStatus = new EnumMap<>(CredentialStatus.class);
        private int rotationsDue;
        private int approvalsWaiting;

        Count(Instant now) {
            this.now = now;
            for (CredentialStatus status : CredentialStatus.values()) {
                byStatus.put(status, 0);
            }
        }

        void add(KeycloakSession session, String realmId) {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                RealmPolicy policy = new RealmSettings(realm).policy();
                new CredentialQuery(session, realm)
                        .forEach(CredentialFilter.ANY, credential -> add(credential, policy));
            }
        }

        private void add(StoredCredential credential, RealmPolicy policy) {
            byStatus.merge(credential.status(now), 1, Integer::sum);
            rotationsDue += isUsable(credential) && isRotationDue(credential, policy) ? 1 : 0;
            approvalsWaiting += credential.approval().open(now).isPresent() ? 1 : 0;
        }

        /** The secret of another one opens nothing: nobody has to do anything about it. */
        private boolean isUsable(StoredCredential credential) {
            return credential.enabled() && !Expiry.isOver(credential.expiresAt(), now);
        }

        private boolean isRotationDue(StoredCredential credential, RealmPolicy policy) {
            return credential
                    .secrets()
                    .filter(secrets ->
                            DueSoon.rotates(policy, secrets, Optional.ofNullable(credential.createdAt()), now))
                    .isPresent();
        }
    }
}
