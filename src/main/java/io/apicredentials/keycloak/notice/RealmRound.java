package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.manage.ChangeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One look at the credentials of one realm. */
final class RealmRound {

    private static final Logger LOG = Logger.getLogger(RealmRound.class);

    private static final CredentialFilter ENABLED = new CredentialFilter(null, null, true, null, false);

    /** A mail server that refuses this many mails in a row is asked again by the next look. */
    private static final int MAX_FAILURES = 3;

    /** A realm with many credentials and a slow mail server must not keep other realms waiting. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final TimeLimit limit;
    private final InstantSource clock;
    private int failures;

    RealmRound(KeycloakSessionFactory factory, String realmId, TimeLimit limit, InstantSource clock) {
        this.factory = factory;
        this.realmId = realmId;
        this.limit = limit;
        this.clock = clock;
    }

    void run() {
        inRealm((session, realm, now) -> {
            UnusedCredentials.noteSince(session, realm, now);
            return true;
        });
        Instant end = clock.instant().plus(LONGEST);
        for (Concern concern : inRealm(RealmRound::concerned).orElse(List.of())) {
            if (clock.instant().isAfter(end)) {
                LOG.warnf("Notices of the realm %s are left for the next look, since this one took too long", realmId);
                return;
            }
            // Nothing is noted or disabled before its owner can be told: it waits for the next look.
            if (mayMail() || !concern.isMailed) {
                tell(concern.id);
            }
        }
    }

    /**
     * A credential about which there is something to do; when its turn comes, that is judged again under a lock.
     *
     * @param isMailed whether its owner gets mails
     */
    private record Concern(String id, boolean isMailed) {}

    private static List<Concern> concerned(KeycloakSession session, RealmModel realm, Instant now) {
        UnusedCredentials unused = UnusedCredentials.of(session, realm, now);
        RealmPlan plan = RealmPlan.of(realm, unused.rule());
        List<Concern> concerned = new ArrayList<>();
        if (plan.mails() == RealmPlan.Mails.IMPOSSIBLE) {
            LOG.warnf(
                    "Realm %s: no notices about API credentials are sent, since it has no mail server"
                            + " (Realm settings > Email)",
                    realm.getName());
        }
        if (realm.isEnabled() && !plan.isEmpty()) {
            new CredentialQuery(session, realm).forEach(ENABLED, credential -> {
                if (plan.concerns(credential, unused.lastActive(credential), now)) {
                    concerned.add(new Concern(credential.id(), plan.isMailed(credential)));
                }
            });
        }
        return concerned;
    }

    /** An exception here would keep all credentials after this one from their notices, in each look. */
    private void tell(String id) {
        try {
            inRealm((session, realm, now) -> new CredentialRound(session, realm, now).run(id))
                    .orElse(List.of())
                    .forEach(this::send);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The API credential %s could not be looked at for notices", id);
        }
    }

    private boolean mayMail() {
        return failures < MAX_FAILURES && !limit.isBusy(realmId);
    }

    private void send(NoticeMail mail) {
        boolean isSent = mayMail()
                && limit.run(realmId, () -> {
                    new MailSender(factory, realmId).send(mail);
                    return null;
                });
        failures = isSent ? 0 : failures + 1;
        if (!isSent) {
            LOG.warnf(
                    "The mail '%s' about the API credential %s was not sent, and is not tried again",
                    mail.kind().word(), mail.credentialId());
            inRealm((session, realm, now) -> {
                ChangeLog.ofServer(session, realm, "mail_failed")
                        .noticeNotSent(mail.credentialId(), mail.kind().word());
                return true;
            });
        }
    }

    /** In a transaction of its own; empty when the realm is gone. */
    private <T> Optional<T> inRealm(InRealm<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Optional<RealmModel> present = Optional.ofNullable(session.realms().getRealm(realmId));
            present.ifPresent(session.getContext()::setRealm);
            return present.map(realm -> work.run(session, realm, clock.instant()));
        });
    }

    private interface InRealm<T> {
        T run(KeycloakSession session, RealmModel realm, Instant now);
    }
}
