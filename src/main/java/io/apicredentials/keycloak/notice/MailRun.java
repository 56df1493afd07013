package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.manage.ChangeLog;

/** Mails of one realm that are sent one after the other. */
final class MailRun {

    /** A mail server that refuses this many mails in a row is asked again by the next run. */
    private static final int MAX_FAILURES = 3;

    private final RealmWork work;
    private final TimeLimit limit;
    private int failures;

    MailRun(RealmWork work, TimeLimit limit) {
        this.work = work;
        this.limit = limit;
    }

    /** Whether there is any use in trying one more. */
    boolean mayMail() {
        return failures < MAX_FAILURES && !limit.isBusy(work.realmId());
    }

    /** Sends a mail; false when it was not sent. */
    boolean send(Mail mail) {
        boolean isSent = mayMail()
                && limit.run(work.realmId(), () -> {
                    new MailSender(work.factory(), work.realmId()).send(mail);
                    return null;
                });
        failures = isSent ? 0 : failures + 1;
        return isSent;
    }

    /**
     * Notes in an admin event that somebody was not told something.
     *
     * @param about the id of the credential, or what stands for the settings
     * @param notice what it was, as one word for programs
     */
    void noteFailure(String about, String notice) {
        work.run((session, realm, now) -> {
            ChangeLog.ofServer(session, realm, "mail_failed").noticeNotSent(about, notice);
            return true;
        });
    }
}
