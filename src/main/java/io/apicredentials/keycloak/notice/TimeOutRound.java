package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.RequestQuery;
import io.apicredentials.keycloak.manage.ApprovalSubject;
import io.apicredentials.keycloak.manage.ChangeLog;
import io.apicredentials.keycloak.manage.CredentialSubject;
import io.apicredentials.keycloak.manage.LockAttempt;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.SettingsSubject;
import io.apicredentials.keycloak.manage.TimeOutRequest;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Announces the requests of one realm whose time is over and at which nobody has looked since. */
record TimeOutRound(RealmWork work) {

    private static final String REASON = "timed_out";

    void run() {
        work.run(TimeOutRound::over).orElse(List.of()).forEach(this::announce);
    }

    /** What the ids of those requests begin with. */
    private static List<String> over(KeycloakSession session, RealmModel realm, Instant now) {
        List<String> over = new ArrayList<>();
        new StoredSettingsRequest(realm)
                .last()
                .filter(last -> last.isTimeOutToBeNoted(now))
                .ifPresent(last -> over.add(SettingsSubject.NAME));
        new RequestQuery(session, realm).undecided((credential, last) -> {
            if (last.isTimeOutToBeNoted(now)) {
                over.add(credential);
            }
        });
        return over;
    }

    private void announce(String name) {
        Attempt.run(
                () -> work.run((session, realm, now) -> note(session, realm, now, name)),
                "The end of the time of the request about %s could not be noted",
                name);
    }

    private static boolean note(KeycloakSession session, RealmModel realm, Instant now, String name) {
        ManageContext context =
                new ManageContext(session, realm, ChangeLog.ofServer(session, realm, REASON), () -> now);
        Optional<ApprovalSubject> subject = take(context, name);
        subject.ifPresent(held -> held.last().ifPresent(last -> new TimeOutRequest(held).run(last, now)));
        if (subject.isEmpty()) {
            // Somebody else is at it, or has deleted it: the next look is soon enough.
            session.getTransactionManager().setRollbackOnly();
        }
        return subject.isPresent();
    }

    /** Under the lock it is judged again: another node may have announced it. */
    private static Optional<ApprovalSubject> take(ManageContext context, String name) {
        if (name.equals(SettingsSubject.NAME)) {
            return SettingsSubject.take(context).map(ApprovalSubject.class::cast);
        }
        return new CredentialClients(context.session(), context.realm())
                .find(name)
                .<LockAttempt>map(client -> LockedCredential.take(context, client))
                .filter(LockedCredential.class::isInstance)
                .map(locked -> new CredentialSubject((LockedCredential) locked));
    }
}
