package io.apicredentials.it.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.RealmChange;

/** A realm that wants notices, and has a mail server. */
class WantingNotices implements RealmChange {

    private final MailServer mails;

    WantingNotices(MailServer mails) {
        this.mails = mails;
    }

    @Override
    public void apply(ObjectNode content) {
        content.withObject("/attributes").put("api.credential.notices.email", "true");
        mails.use(content);
    }
}
