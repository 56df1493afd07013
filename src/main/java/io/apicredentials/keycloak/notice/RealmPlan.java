package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.notice.DueNotices;
import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import io.apicredentials.notice.ToldNotices;
import io.apicredentials.notice.UnusedRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * What a realm wants to be done.
 *
 * @param mails whether owners are told by mail
 * @param unused after how long credentials are disabled; empty where that is not wanted, or nobody knows what is used
 */
record RealmPlan(boolean mails, OptionalInt rotateEveryDays, Optional<UnusedRule> unused) {

    private static final Logger LOG = Logger.getLogger(RealmPlan.class);

    static RealmPlan of(RealmModel realm, UnusedCredentials unused) {
        RealmSettings settings = new RealmSettings(realm);
        boolean wantsMails =
                RealmSetting.NOTICES_EMAIL.read(settings.attributes()).orElse(false);
        boolean canSend = MailSender.canSend(realm);
        if (wantsMails && !canSend) {
            LOG.warnf(
                    "Realm %s: no notices about API credentials are sent, since it has no mail server"
                            + " (Realm settings > Email)",
                    realm.getName());
        }
        return new RealmPlan(wantsMails && canSend, settings.policy().rotateEveryDays(), unused.rule());
    }

    boolean isEmpty() {
        return !mails && unused.isEmpty();
    }

    RealmPlan withoutMail() {
        return new RealmPlan(false, rotateEveryDays, unused);
    }

    /** Whether there is anything to do about a credential. */
    boolean concerns(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        return disables(credential, lastActive, now)
                || !untold(credential, lastActive, now).isEmpty();
    }

    /** Whether a credential is to be disabled. */
    boolean disables(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        return credential.enabled()
                && unused.flatMap(rule -> lastActive.filter(last -> rule.disables(last, told(credential), now)))
                        .isPresent();
    }

    /** The notices that are due and were not told; without mail only the one that comes before it is disabled. */
    List<Notice> untold(StoredCredential credential, Optional<Instant> lastActive, Instant now) {
        ToldNotices told = told(credential);
        return due(credential, lastActive).stream()
                .flatMap(due -> due.at(now).stream())
                .filter(notice -> told.toldAt(notice).isEmpty())
                .filter(notice -> notice.kind() == NoticeKind.UNUSED || mailsTo(credential))
                .toList();
    }

    /** Whether the owner of a credential gets mails. */
    boolean mailsTo(StoredCredential credential) {
        return mails
                && credential
                        .content()
                        .flatMap(content -> content.owner().contact())
                        .isPresent();
    }

    /** What can be told of one that is enabled and can be read. */
    private Optional<DueNotices> due(StoredCredential credential, Optional<Instant> lastActive) {
        return credential
                .content()
                .filter(content -> credential.enabled())
                .flatMap(content -> credential
                        .secrets()
                        .map(secrets -> new DueNotices(
                                Optional.ofNullable(credential.createdAt()),
                                content.expiresAt(),
                                secrets,
                                lastActive,
                                rotateEveryDays,
                                unused)));
    }

    static ToldNotices told(StoredCredential credential) {
        return CredentialAttribute.NOTICES.read(credential.attributes()).orElse(ToldNotices.NONE);
    }
}
