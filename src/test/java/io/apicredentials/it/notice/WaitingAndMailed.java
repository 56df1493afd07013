package io.apicredentials.it.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.MailServer;

/** A realm where everything waits for approval, which wants notices and has a mail server. */
class WaitingAndMailed extends WantingNotices {

    WaitingAndMailed(MailServer mails) {
        super(mails);
    }

    @Override
    public void apply(ObjectNode content) {
        super.apply(content);
        content.withObject("/attributes")
                .put("api.credential.approval.operations", "create update enable delete rotate");
    }
}
