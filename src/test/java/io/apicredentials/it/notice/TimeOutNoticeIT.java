package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The end of the time of a request, when nobody has looked at it. */
@KeycloakTest(server = NoticeServer.class, realm = TimeOutNoticeIT.Waiting.class)
final class TimeOutNoticeIT {

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;
    private final TestRealm realm;
    private final RequestMails mails = RequestMails.create(MAILS);

    TimeOutNoticeIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    static class Waiting extends WaitingAndMailed {

        Waiting() {
            super(MAILS);
        }
    }

    @Test
    void isToldTheRequesterOnce() {
        JsonNode asked = mails.ask(realm.credentials(Person.ADMINISTRATOR));
        NoticeServer.endTimeOfRequests(RequestMails.id(asked));

        MailServer.Mail mail = mails.await(Person.ADMINISTRATOR);
        NoticeServer.awaitLook(server);

        assertThat(mail.subject()).isEqualTo("Not decided in time: " + mails.name());
        assertThat(mail.text()).startsWith("Nobody decided in time on what you asked for.");
        assertThat(mails.to(Person.ADMINISTRATOR)).hasSize(1);
        assertThat(mails.to(Person.APPROVER)).hasSize(1);
    }

    @Test
    void isOneEventOfNobody() {
        JsonNode asked = mails.ask(realm.credentials(Person.ADMINISTRATOR));
        NoticeServer.endTimeOfRequests(RequestMails.id(asked));
        mails.await(Person.ADMINISTRATOR);

        NoticeServer.awaitLook(server);

        List<JsonNode> timeOuts = timeOuts(realm, "api-credentials/" + RequestMails.id(asked));
        assertThat(timeOuts).hasSize(1);
        assertThat(timeOuts.get(0).at("/details/request").asText()).isEqualTo(RequestMails.pending(asked));
        assertThat(timeOuts.get(0).at("/details/reason").asText()).isEqualTo("timed_out");
        assertThat(timeOuts.get(0).path("authDetails").has("userId")).isFalse();
    }

    @Test
    void isNotedWhereNobodyGetsMailsToo() {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            own.requireApproval();
            AdminApi administrator = own.credentials(Person.ADMINISTRATOR);
            JsonNode asked = mails.ask(administrator);
            NoticeServer.endTimeOfRequests(RequestMails.id(asked));

            Await.seen(
                    "a time-out",
                    () -> timeOuts(own, "api-credentials/" + RequestMails.id(asked)).stream()
                            .findFirst());
        }
        assertThat(mails.to(Person.ADMINISTRATOR)).isEmpty();
    }

    @Test
    void isNotedOfTheSettings() {
        try (TestRealm own = TestRealm.create(server, new Waiting())) {
            own.credentials().changeSettings("{}").expect(202);
            NoticeServer.endTimeOfSettingsRequest(own.name());
            server.admin()
                    .post("realms/" + own.name() + "/clear-realm-cache", "{}")
                    .expect(204);

            Await.seen(
                    "a mail",
                    () -> MAILS.to(RequestMails.address(Person.OWNER)).stream()
                            .filter(mail -> mail.subject().equals("Not decided in time: Demo"))
                            .findFirst());
            NoticeServer.awaitLook(server);

            assertThat(timeOuts(own, "api-credentials/settings")).hasSize(1);
        }
    }

    private static List<JsonNode> timeOuts(TestRealm of, String path) {
        String type = path.endsWith("settings") ? "API_CREDENTIAL_SETTINGS" : "API_CREDENTIAL";
        return of.events().ofAdmins(type).stream()
                .filter(event -> event.path("resourcePath").asText().startsWith(path))
                .filter(event -> event.at("/details/action").asText().equals("time-out"))
                .toList();
    }
}
