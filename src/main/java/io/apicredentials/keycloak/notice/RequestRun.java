package io.apicredentials.keycloak.notice;

import java.util.List;
import org.jboss.logging.Logger;

/** Tells everybody concerned of one request, once. */
record RequestRun(RealmWork work, TimeLimit limit) {

    private static final Logger LOG = Logger.getLogger(RequestRun.class);

    void run(RequestNotice notice) {
        List<RequestMail> mails = work.run((session, realm, now) -> new RequestAddressees(session, realm).mails(notice))
                .orElse(List.of());
        MailRun run = new MailRun(work, limit);
        long failed = mails.stream().filter(mail -> !run.send(mail)).count();
        if (failed > 0) {
            LOG.warnf(
                    "The mail '%s' about the request %s was not sent to %d of %d users, and is not tried again",
                    notice.word(), notice.request().id(), failed, mails.size());
            run.noteFailure(notice.about(), notice.word());
        }
    }
}
