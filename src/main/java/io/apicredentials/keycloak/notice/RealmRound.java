package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.history.UnusedCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One look at the credentials of one realm. */
final class RealmRound {

    private static final Logger LOG = Logger.getLogger(RealmRound.class);

    private static final CredentialFilter ENABLED = new CredentialFilter(null, null, true, null, null);

    /** A realm with many credentials and a slow mail server must not keep other realms waiting. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RealmWork work;
    private final MailRun mails;

    RealmRound(RealmWork work, TimeLimit limit) {
        this.work = work;
        this.mails = new MailRun(work, limit);
    }

    void run() {
        work.run((session, realm, now) -> {
            UnusedCredentials.noteSince(session, realm, now);
            return true;
        });
        Instant end = work.clock().instant().plus(LONGEST);
        for (Concern concern : work.run(RealmRound::concerned).orElse(List.of())) {
            if (work.clock().instant().isAfter(end)) {
                LOG.warnf(
                        "Notices of the realm %s are left for the next look, since this one took too long",
                        work.realmId());
                return;
            }
            // Nothing is noted or disabled before its owner can be told: it waits for the next look.
            if (mails.mayMail() || !concern.isMailed) {
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
        UnusedCredentials unused = UnusedCredentials.of(session, realm);
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

    private void tell(String id) {
        Attempt.run(
                () -> work.run((session, realm, now) -> new CredentialRound(session, realm, now).run(id))
                        .orElse(List.of())
                        .forEach(this::send),
                "The API credential %s could not be looked at for notices",
                id);
    }

    private void send(NoticeMail mail) {
        if (!mails.send(mail)) {
            LOG.warnf(
                    "The mail '%s' about the API credential %s was not sent, and is not tried again",
                    mail.kind().word(), mail.credentialId());
            mails.noteFailure(mail.credentialId(), mail.kind().word());
        }
    }
}
