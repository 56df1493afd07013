package io.apicredentials.keycloak.notice;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.manage.ChangeLog;
import io.apicredentials.keycloak.manage.DisableCredential;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.NoteNotices;
import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import io.apicredentials.notice.ToldNotices;
import io.apicredentials.secret.KnownSecrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Does under the lock of a credential what is to be done about it, and notes what its owner is told then. The mails are sent
 * after that is committed: two nodes never send the same one, and one that fails is never sent again.
 */
record Claim(KeycloakSession session, RealmModel realm, RealmPlan plan, Instant now) {

    private static final String UNUSED = "unused";

    /** Somebody else is at it, or has deleted it: its transaction is of no use, and the next look is soon enough. */
    static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The mails that are to be sent when the transaction is committed. */
    List<NoticeMail> take(String id) {
        return new CredentialClients(session, realm).find(id).map(this::take).orElse(List.of());
    }

    private List<NoticeMail> take(ClientModel client) {
        ManageContext context =
                new ManageContext(session, realm, ChangeLog.ofServer(session, realm, UNUSED), () -> now);
        LockedCredential locked = LockedCredential.take(context, client, missed -> new NotNow());
        StoredCredential stored = locked.stored();
        Optional<Instant> lastActive = lastActive(stored);
        boolean disables = plan.disables(stored, lastActive, now);
        List<Notice> notices = disables ? List.of(disabled(lastActive)) : plan.untold(stored, lastActive, now);
        if (disables) {
            new DisableCredential(locked).run(false);
        }
        ToldNotices told = RealmPlan.told(stored);
        for (Notice notice : notices) {
            told = told.with(notice, now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (!notices.isEmpty()) {
            new NoteNotices(locked).run(told);
        }
        return plan.mailsTo(stored) ? mails(stored, notices) : List.of();
    }

    /** Only where it matters. */
    private Optional<Instant> lastActive(StoredCredential stored) {
        return plan.unused().flatMap(rule -> UnusedCredentials.lastActive(session, realm, stored));
    }

    private static Notice disabled(Optional<Instant> lastActive) {
        return new Notice(NoticeKind.DISABLED_AS_UNUSED, lastActive.orElseThrow());
    }

    private List<NoticeMail> mails(StoredCredential stored, List<Notice> notices) {
        CredentialContent content = stored.content().orElseThrow();
        return notices.stream()
                .map(notice -> new NoticeMail(
                        notice,
                        stored.id(),
                        stored.clientId(),
                        content.name().value(),
                        content.owner().contact().orElseThrow(),
                        content.owner().userId(),
                        end(notice, stored)))
                .toList();
    }

    private Optional<Instant> end(Notice notice, StoredCredential stored) {
        return switch (notice.kind()) {
            case ROTATED -> stored.secrets().flatMap(secrets -> endOfOverlap(secrets, now));
            case UNUSED -> plan.unused().map(rule -> rule.disabledAfterNotice(notice.about(), now));
            default -> Optional.empty();
        };
    }

    /** When the secret before the newest ends, if it has not yet. */
    private static Optional<Instant> endOfOverlap(KnownSecrets secrets, Instant now) {
        return secrets.inForce(now).stream()
                .flatMap(secret -> secret.endsAt().stream())
                .findFirst();
    }
}
