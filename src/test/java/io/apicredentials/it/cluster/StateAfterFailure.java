package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks, when everything works again, whether what was acknowledged is there and nothing is half made. */
final class StateAfterFailure {

    private static final int PAGE = 100;

    private final PostgresServer database;
    private final List<TestRealm> open;
    private final List<TestRealm> waiting;

    StateAfterFailure(PostgresServer database, List<TestRealm> open, List<TestRealm> waiting) {
        this.database = database;
        this.open = open;
        this.waiting = waiting;
    }

    /** Looks at everything. */
    void check(Acknowledged acknowledged) {
        assertThat(acknowledged.certain()).isNotEmpty();
        assertThat(acknowledged.asked()).isNotEmpty();
        assertThat(acknowledged.approved()).isNotEmpty();
        acknowledged.certain().forEach(this::works);
        acknowledged.uncertain().forEach(credential -> isOneOrTheOther(credential, acknowledged));
        nothingIsHalfMade(open.get(0));
        nothingIsHalfMade(waiting.get(0));
        decisions(acknowledged);
    }

    private void works(ClientCredentials credential) {
        open.forEach(node -> node.tokenEndpoint().request(credential).expect(200));
    }

    /** A rotation without an answer is done, or not; its record says which, and one more rotation mends it. */
    private void isOneOrTheOther(ClientCredentials credential, Acknowledged acknowledged) {
        TestRealm node = open.get(0);
        int rotations = Collections.frequency(AuditRecords.of(node).operations(credential.id()), "rotate-secret");
        int answered = acknowledged.rotations(credential.id());
        boolean works = Change.admits(node, credential);

        assertThat(rotations).isEqualTo(works ? answered : answered + 1);
        JsonNode secrets =
                node.credentials().secrets(credential.id()).expect(200).json().path("secrets");
        assertThat(secrets.findValues("inForce").stream()
                        .filter(JsonNode::asBoolean)
                        .toList())
                .as(secrets.toString())
                .hasSize(1);
        works(ClientCredentials.of(node.credentials().rotate(credential.id(), "PT0S")));
    }

    private void nothingIsHalfMade(TestRealm realm) {
        JsonNode chain = AuditRecords.of(realm).verify();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
        List<String> listed = new ArrayList<>();
        for (int first = 0; listed.size() == first; first += PAGE) {
            realm.credentials()
                    .list(Fields.of("first", Integer.toString(first)).and("max", Integer.toString(PAGE)))
                    .expect(200)
                    .json()
                    .forEach(credential -> listed.add(complete(credential)));
        }
        String clients = "select c.id from client c join realm r on r.id = c.realm_id where r.name = ?"
                + " and c.client_authenticator_type = 'api-credential'";
        assertThat(database.query(clients, realm.name())).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(database.query(
                        clients
                                + " and not exists (select 1 from user_entity u where u.service_account_client_link = c.id)",
                        realm.name()))
                .as("credentials without a service account")
                .isEmpty();
        assertThat(database.query("select u.id from user_entity u where u.service_account_client_link is not null"
                        + " and not exists (select 1 from client c where c.id = u.service_account_client_link)"))
                .as("service accounts without a client")
                .isEmpty();
        assertThat(AuditRecords.of(realm).operations(listed.get(0))).isNotEmpty();
    }

    private static String complete(JsonNode credential) {
        assertThat(credential.path("name").asText()).isNotEmpty();
        assertThat(credential.path("permissions").size())
                .as(credential.toString())
                .isPositive();
        return credential.path("id").asText();
    }

    /** A request is decided with its change, or open without. */
    private void decisions(Acknowledged acknowledged) {
        TestRealm realm = waiting.get(0);
        AuditRecords records = AuditRecords.of(realm);
        for (String id : acknowledged.asked()) {
            JsonNode credential =
                    realm.credentials(Person.OWNER).get(id).expect(200).json();
            boolean isOpen = credential.path("status").asText().equals("creation_approval_pending");
            assertThat(isOpen && acknowledged.approved().contains(id))
                    .as(credential.toString())
                    .isFalse();
            assertThat(credential.path("enabled").asBoolean())
                    .as(credential.toString())
                    .isEqualTo(!isOpen);
            assertThat(Collections.frequency(records.operations(id), "approve"))
                    .as(records.operations(id).toString())
                    .isEqualTo(isOpen ? 0 : 1);
            if (!isOpen) {
                assertThat(credential.path("status").asText()).isEqualTo("creation_approval_complete");
            }
        }
    }
}
