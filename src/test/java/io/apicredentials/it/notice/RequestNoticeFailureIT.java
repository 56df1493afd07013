package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.DifficultMailServer;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happens to requests for approval when mails cannot be sent. */
@KeycloakTest(server = NoticeServer.class)
final class RequestNoticeFailureIT {

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;
    private final RequestMails mails = RequestMails.create(MAILS);

    RequestNoticeFailureIT(KeycloakServer server) {
        this.server = server;
    }

    /** The server says nothing until all of this is done. */
    @Test
    void aSilentServerHoldsUpNobody() throws InterruptedException {
        try (TestRealm realm = TestRealm.create(server, new WaitingAndMailed(MAILS));
                DifficultMailServer silent = DifficultMailServer.silent()) {
            realm.change(settings -> MailServer.use(settings, silent.port()));
            JsonNode asked = mails.ask(realm.credentials(Person.ADMINISTRATOR));
            silent.awaitCall();

            realm.approvals(Person.APPROVER)
                    .approve(RequestMails.pending(asked))
                    .expect(200);

            assertThat(NoticeServer.database()
                            .query("select state from pg_stat_activity where state like 'idle in transaction%'"))
                    .isEmpty();
        }
    }

    @Test
    void otherRealmsGetTheirMailsBesideASilentServer() throws InterruptedException {
        try (TestRealm stuck = TestRealm.create(server, new WaitingAndMailed(MAILS));
                TestRealm other = TestRealm.create(server, new WaitingAndMailed(MAILS));
                DifficultMailServer silent = DifficultMailServer.silent()) {
            stuck.change(settings -> MailServer.use(settings, silent.port()));
            RequestMails.create(MAILS).ask(stuck.credentials(Person.ADMINISTRATOR));
            silent.awaitCall();

            mails.ask(other.credentials(Person.ADMINISTRATOR));

            mails.await(Person.APPROVER);
        }
    }

    @Test
    void aMailThatIsRefusedIsOneEvent() {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, new WaitingAndMailed(MAILS));
                DifficultMailServer refusing = DifficultMailServer.refusing()) {
            realm.change(settings -> MailServer.use(settings, refusing.port()));
            String id = RequestMails.id(mails.ask(realm.credentials(Person.ADMINISTRATOR)));

            JsonNode event = Await.seen(
                    "an event",
                    () -> realm.events().ofCredential(id).stream()
                            .filter(each ->
                                    each.path("resourcePath").asText().equals("api-credentials/" + id + "/notice"))
                            .findFirst());

            assertThat(event.at("/details/reason").asText()).isEqualTo("mail_failed");
            assertThat(event.at("/details/notice").asText()).isEqualTo("request_open");
            assertThat(event.path("authDetails").has("userId")).isFalse();
            assertThat(refusing.refused())
                    .containsExactlyInAnyOrder(
                            RequestMails.address(Person.OWNER), RequestMails.address(Person.APPROVER));
            assertThat(log.lines())
                    .anyMatch(line -> line.contains(" WARN ")
                            && line.contains("The mail 'request_open' about the request " + id)
                            && line.contains("was not sent to 2 of 2 users"));
        }
    }
}
