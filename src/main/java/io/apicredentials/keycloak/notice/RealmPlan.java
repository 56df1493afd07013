package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.settings.MailServer;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.notice.DueNotices;
import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import io.apicredentials.notice.ToldNotices;
import io.apicredentials.notice.UnusedRule;
import io.apicredentials.policy.RealmPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * What a realm wants to be done.
 *
 * @param mails whether and when owners are told by mail
 * @param policy what the realm demands
 * @param unused after how long credentials are disabled; empty where that is not wanted, or nobody knows what is used
 */
record RealmPlan(Mails mails, RealmPolicy policy, Optional<UnusedRule> unused) {

    /** Whether and when owners are told by mail. */
    enum Mails {
        /** The realm does not want it. */
        UNWANTED,
        /** The realm wants it and has no mail server. What is still true is told once it has one. */
        IMPOSSIBLE,
        SENT;

        static Mails of(RealmModel realm) {
            boolean areWanted = RealmSetting.NOTICES_EMAIL
                    .read(new RealmSettings(realm).attributes())
                    .orElse(false);
            Mails possible = MailServer.isSet(realm) ? SENT : IMPOSSIBLE;
            return areWanted ? possible : UNWANTED;
        }
    }

    static RealmPlan of(RealmModel realm, Optional<UnusedRule> unused) {
        return new RealmPlan(Mails.of(realm), new RealmSettings(realm).policy(), unused);
    }

    boolean isEmpty() {
        return mails != Mails.SENT && unused.isEmpty();
    }

    /** Whether there is anything to do about a credential. */
    boolean concerns(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        return disables(credential, lastActive, now)
                || !untold(credential, lastActive, now).isEmpty();
    }

    /** Whether a credential is to be disabled. */
    boolean disables(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        return UnusedCredentials.concerns(credential, now)
                && unused.flatMap(rule -> lastActive.filter(last -> rule.disables(last, credential.toldNotices(), now)))
                        .isPresent();
    }

    /** The notices that are due and were not told; where nobody gets mails only the one that comes before it is disabled. */
    List<Notice> untold(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        ToldNotices told = credential.toldNotices();
        return due(credential, lastActive).stream()
                .flatMap(due -> due.at(now).stream())
                .filter(notice -> told.toldAt(notice).isEmpty())
                .filter(notice -> notice.kind() == NoticeKind.UNUSED || isMailed(credential))
                .toList();
    }

    /** Whether the owner of a credential gets mails. */
    boolean isMailed(StoredCredential credential) {
        return mails == Mails.SENT && hasContact(credential);
    }

    /** Whether the owner of a credential should get mails, also where none can be sent: that is noted of each then. */
    boolean shouldBeMailed(StoredCredential credential) {
        return mails != Mails.UNWANTED && hasContact(credential);
    }

    private static boolean hasContact(StoredCredential credential) {
        return credential
                .content()
                .flatMap(content -> content.owner().contact())
                .isPresent();
    }

    /** What can be told of one that is enabled and can be read. */
    private Optional<DueNotices> due(StoredCredential credential, Optional<Instant> lastActive) {
        return credential
                .content()
                .filter(content -> credential.enabled())
                .map(content -> new DueNotices(
                        Optional.ofNullable(credential.createdAt()),
                        content.expiresAt(),
                        credential.secrets(),
                        lastActive,
                        policy,
                        unused));
    }
}
