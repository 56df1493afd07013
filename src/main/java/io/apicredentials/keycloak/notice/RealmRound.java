package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.manage.ChangeLog;
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

    private static final CredentialFilter ENABLED = new CredentialFilter(null, null, true, null);

    /** A mail server that refuses this many mails in a row is asked again by the next look. */
    private static final int MAX_FAILURES = 3;

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
        inRealm(RealmRound::work).ifPresent(work -> work.ids.forEach(id -> tell(work.plan, id)));
    }

    /**
     * What is to be done.
     *
     * @param ids the credentials that are concerned; when the turn of one comes, that is judged again under a lock
     */
    private record Work(RealmPlan plan, List<String> ids) {}

    private static Work work(KeycloakSession session, RealmModel realm, Instant now) {
        UnusedCredentials.noteGap(session, realm, now);
        UnusedCredentials unused = UnusedCredentials.of(session, realm, now);
        RealmPlan plan = RealmPlan.of(realm, unused);
        List<String> ids = new ArrayList<>();
        if (!plan.isEmpty()) {
            new CredentialQuery(session, realm).forEach(ENABLED, credential -> {
                if (plan.concerns(credential, unused.lastActive(credential), now)) {
                    ids.add(credential.id());
                }
            });
        }
        return new Work(plan, ids);
    }

    private void tell(RealmPlan plan, String id) {
        RealmPlan present = mayMail() ? plan : plan.withoutMail();
        claim(present, id).forEach(this::send);
    }

    private List<NoticeMail> claim(RealmPlan plan, String id) {
        try {
            return inRealm((session, realm, now) -> new Claim(session, realm, plan, now).take(id))
                    .orElse(List.of());
        } catch (Claim.NotNow next) {
            LOG.debugf("The API credential %s is looked at again by the next look", id);
            return List.of();
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
                    mail.kind().word(), mail.clientId());
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
