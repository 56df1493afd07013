package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who gets which mails about requests for approval. */
@KeycloakTest(server = NoticeServer.class, realm = RequestNoticeIT.Waiting.class)
final class RequestNoticeIT {

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;
    private final TestRealm realm;
    private final AdminApi administrator;
    private final ApprovalsApi approver;
    private final RequestMails mails = RequestMails.create(MAILS);

    RequestNoticeIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.administrator = realm.credentials(Person.ADMINISTRATOR);
        this.approver = realm.approvals(Person.APPROVER);
    }

    static class Waiting extends WaitingAndMailed {

        Waiting() {
            super(MAILS);
        }
    }

    /** Spanish where nobody has chosen. */
    static class InThreeLanguages extends Waiting {

        private static final Map<String, String> CHOSEN = Map.of("owner", "de", "approver", "ja");

        @Override
        public void apply(ObjectNode content) {
            super.apply(content);
            content.put("internationalizationEnabled", true).put("defaultLocale", "es");
            List.of("es", "de", "ja").forEach(content.putArray("supportedLocales")::add);
            for (JsonNode user : content.path("users")) {
                Optional.ofNullable(CHOSEN.get(user.path("username").asText()))
                        .ifPresent(language -> ((ObjectNode) user)
                                .withObject("/attributes")
                                .putArray("locale")
                                .add(language));
            }
        }
    }

    @Test
    void tellsThoseWhoMayDecideWhatIsAskedByWhomWhyAndUntilWhen() {
        JsonNode asked = mails.ask(administrator);

        MailServer.Mail mail = mails.await(Person.APPROVER);

        String until = asked.at("/pending/expiresAt").asText().substring(0, 19).replace('T', ' ') + " UTC";
        assertThat(mail.subject()).isEqualTo("Approval wanted: " + mails.name());
        assertThat(mail.text())
                .startsWith("administrator asks for something that waits for approval")
                .contains(
                        "Request: Create the API credential \"" + mails.name() + "\"\n",
                        "Client ID: " + asked.path("clientId").asText() + "\n",
                        "Realm: Demo\n",
                        "Reason: The old one is too wide\n",
                        "Requested by: administrator\n",
                        "Can be decided until: " + until + "\n",
                        server.url() + "/admin/" + page(realm.name(), asked))
                .doesNotContain("127.0.0.1/");
        assertThat(mail.html()).contains("<a href=\"" + server.url() + "/admin/" + page(realm.name(), asked) + "\">");
    }

    @Test
    void tellsEachOfThemOnceAndTheRequesterWhenItIsApproved() {
        JsonNode asked = mails.ask(administrator);
        approver.approve(RequestMails.pending(asked)).expect(200);

        MailServer.Mail mail = mails.await(Person.ADMINISTRATOR);

        assertThat(mail.subject()).isEqualTo("Approved: " + mails.name());
        assertThat(mail.text())
                .startsWith("What you asked for was approved.\nThe secret is made when you pick it up.")
                .contains("Reason: As discussed in the meeting\n", page(realm.name(), asked));
        assertThat(mails.to(Person.ADMINISTRATOR)).hasSize(1);
        assertThat(mails.to(Person.APPROVER)).hasSize(1);
        assertThat(mails.to(Person.OWNER)).hasSize(1);
        assertThat(mails.to(Person.AUDITOR)).isEmpty();
    }

    @Test
    void tellsTheRequesterOnceThatItIsRejected() {
        JsonNode asked = mails.ask(administrator);
        approver.reject(RequestMails.pending(asked)).expect(200);
        realm.approvals(Person.OWNER).reject(RequestMails.pending(asked)).expect(200);
        new ApprovalsApi(realm.admin()).reject(RequestMails.pending(asked)).expect(200);

        MailServer.Mail mail = mails.await(Person.ADMINISTRATOR);

        assertThat(mail.subject()).isEqualTo("Rejected: " + mails.name());
        assertThat(mails.to(Person.ADMINISTRATOR)).hasSize(1);
        assertThat(mails.to(Person.APPROVER)).hasSize(1);
    }

    @Test
    void nobodyIsToldWhatHeHasWithdrawnHimself() {
        JsonNode own = mails.ask(administrator);
        realm.approvals(Person.ADMINISTRATOR)
                .withdraw(RequestMails.pending(own))
                .expect(204);
        JsonNode discarded = mails.ask(administrator);
        approver.approve(RequestMails.pending(discarded)).expect(200);
        realm.approvals(Person.OWNER).withdraw(RequestMails.pending(discarded)).expect(204);
        RequestMails later = RequestMails.create(MAILS);
        approver.approve(RequestMails.pending(later.ask(administrator))).expect(200);

        later.await(Person.ADMINISTRATOR);

        assertThat(mails.to(Person.ADMINISTRATOR))
                .extracting(MailServer.Mail::subject)
                .containsExactly("Approved: " + mails.name(), "Withdrawn: " + mails.name());
    }

    /** The mails of a realm are sent in their order: what came before the last one has been told by then. */
    @Test
    void whatIsRolledBackIsNotTold() {
        ObjectNode anywhere = mails.wanted();
        anywhere.putArray("allowedIps").add("0.0.0.0/0");
        try (TestRealm own = TestRealm.create(server, new Waiting())) {
            AdminApi asking = own.credentials(Person.ADMINISTRATOR);
            ApprovalsApi deciding = own.approvals(Person.APPROVER);
            JsonNode asked = asking.create(anywhere).expect(202).json();
            JsonNode demand = own.credentials()
                    .changeSettings("{\"approval\":{\"operations\":[\"create\"]},\"notices\":{\"email\":true},"
                            + "\"addresses\":{\"allAllowed\":false}}")
                    .expect(202)
                    .json();
            deciding.approve(RequestMails.pending(demand)).expect(200);
            deciding.approve(RequestMails.pending(asked)).expect(409);
            RequestMails later = RequestMails.create(MAILS);
            deciding.approve(RequestMails.pending(later.ask(asking))).expect(200);

            later.await(Person.ADMINISTRATOR);

            assertThat(mails.to(Person.ADMINISTRATOR)).isEmpty();
        }
    }

    @Test
    void speaksTheLanguageOfEachUserOrElseThatOfTheRealm() {
        try (TestRealm own = TestRealm.create(server, new InThreeLanguages())) {
            JsonNode asked = mails.ask(own.credentials(Person.ADMINISTRATOR));
            own.approvals(Person.APPROVER).approve(RequestMails.pending(asked)).expect(200);

            assertThat(mails.await(Person.ADMINISTRATOR).subject()).isEqualTo("Aprobado: " + mails.name());
            assertThat(mails.await(Person.OWNER).subject()).isEqualTo("Genehmigung erbeten: " + mails.name());
            assertThat(mails.await(Person.APPROVER).subject()).isEqualTo("承認の依頼: " + mails.name());
        }
    }

    /** Users of the master realm log in there. */
    @Test
    void anAdministratorOfTheServerGetsALinkToTheConsoleOfTheMasterRealm() {
        AdminClient master = server.admin().below("realms/master");
        String user = "approver-" + UUID.randomUUID();
        String address = user + "@example.org";
        master.post(
                        "users",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("username", user)
                                .put("email", address)
                                .put("enabled", true))
                .expect(201);
        String id = master.firstId("users?exact=true&username=" + user);
        String client = master.firstId("clients?clientId=" + realm.name() + "-realm");
        JsonNode role = master.get("clients/" + client + "/roles/approve-api-credentials")
                .expect(200)
                .json();
        master.post(
                        "users/" + id + "/role-mappings/clients/" + client,
                        JsonNodeFactory.instance.arrayNode().add(role))
                .expect(204);

        JsonNode asked = mails.ask(administrator);

        assertThat(MAILS.awaitMailTo(address).text()).contains(server.url() + "/admin/" + page("master", asked));
        master.delete("users/" + id).expect(204);
    }

    private String page(String userRealm, JsonNode asked) {
        return userRealm + "/console/#/" + realm.name() + "/api-credentials/approvals/" + RequestMails.pending(asked);
    }
}
