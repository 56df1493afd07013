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
record CredentialRound(KeycloakSession session, RealmModel realm, Instant now) {

    private static final String UNUSED = "unused";

    /** The mails that are to be sent when the transaction is committed. */
    List<NoticeMail> run(String id) {
        return new CredentialClients(session, realm)
                .find(id)
                .filter(client -> realm.isEnabled())
                .map(this::run)
                .orElse(List.of());
    }

    private List<NoticeMail> run(ClientModel client) {
        ManageContext context =
                new ManageContext(session, realm, ChangeLog.ofServer(session, realm, UNUSED), () -> now);
        if (LockedCredential.take(context, client) instanceof LockedCredential locked) {
            return run(locked);
        }
        // Somebody else is at it, or has deleted it: the transaction is of no use, and the next look is soon enough.
        session.getTransactionManager().setRollbackOnly();
        return List.of();
    }

    /** By what the realm wants at this moment: a look at many credentials takes its time. */
    private List<NoticeMail> run(LockedCredential locked) {
        RealmPlan plan = RealmPlan.of(realm, UnusedCredentials.rule(session, realm));
        StoredCredential stored = locked.stored();
        Optional<Instant> lastActive =
                plan.unused().flatMap(rule -> UnusedCredentials.lastActive(session, realm, stored));
        boolean disables = plan.disables(stored, lastActive, now);
        List<Notice> notices = disables ? List.of(disabled(lastActive)) : plan.untold(stored, lastActive, now);
        if (disables) {
            new DisableCredential(locked).run(false);
        }
        ToldNotices told = stored.toldNotices();
        for (Notice notice : notices) {
            told = told.with(notice, now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (!notices.isEmpty()) {
            new NoteNotices(locked).run(told);
        }
        return plan.shouldBeMailed(stored) ? mails(plan, stored, notices) : List.of();
    }

    private static Notice disabled(Optional<Instant> lastActive) {
        return new Notice(NoticeKind.DISABLED_AS_UNUSED, lastActive.orElseThrow());
    }

    private List<NoticeMail> mails(RealmPlan plan, StoredCredential stored, List<Notice> notices) {
        CredentialContent content = stored.content().orElseThrow();
        return notices.stream()
                .map(notice -> new NoticeMail(
                        notice,
                        stored.id(),
                        stored.clientId(),
                        content.name().value(),
                        content.owner().contact().orElseThrow(),
                        content.owner().userId(),
                        end(plan, notice, stored)))
                .toList();
    }

    private Optional<Instant> end(RealmPlan plan, Notice notice, StoredCredential stored) {
        return switch (notice.kind()) {
            case ROTATED -> stored.secrets().flatMap(secrets -> secrets.otherUntil(now));
            case UNUSED -> plan.unused().map(rule -> rule.disabledAfterNotice(notice.about(), now));
            default -> Optional.empty();
        };
    }
}
