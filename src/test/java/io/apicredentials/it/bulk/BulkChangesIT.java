package io.apicredentials.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.BulkStream;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** What changes between two lines of a bulk holds for the second. */
@KeycloakTest
final class BulkChangesIT {

    private static final ObjectNode REQUEST = CredentialRequests.of("wallets", "127.0.0.1");

    private final KeycloakServer server;
    private final TestRealm realm;

    BulkChangesIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void itEndsWhenTheCallerIsDisabled() {
        int before = count();
        try (BulkStream stream = begin(realm, Person.ADMINISTRATOR)) {
            enable(Person.ADMINISTRATOR, false);

            assertThat(end(stream)).endsWith("\"reason\":\"forbidden\",\"next\":2}");
        } finally {
            enable(Person.ADMINISTRATOR, true);
        }
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void itEndsWhenTheCallerHasTheRoleNoMore() {
        int before = count();
        AdminClient roles = realm.admin()
                .below("users/" + user(Person.ADMINISTRATOR) + "/role-mappings/clients/"
                        + realm.admin().firstId("clients?clientId=realm-management"));
        String held = roles.get("").expect(200).body();
        try (BulkStream stream = begin(realm, Person.ADMINISTRATOR)) {
            roles.send("DELETE", "", held).expect(204);

            assertThat(end(stream)).endsWith("\"reason\":\"forbidden\",\"next\":2}");
        } finally {
            roles.post("", held).expect(204);
        }
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void itEndsWithItsRealm() {
        TestRealm gone = TestRealm.create(server, "bulk-");
        try (BulkStream stream = begin(gone, Person.OWNER)) {
            gone.close();

            assertThat(end(stream)).endsWith("\"reason\":\"realm_gone\",\"next\":2}");
        }
    }

    @Test
    void theNextWaitsWhereApprovalIsNeededFromThenOn() {
        try (TestRealm approving = TestRealm.create(server, "bulk-");
                BulkStream stream = begin(approving, Person.OWNER)) {
            approving.requireApproval();
            stream.send(REQUEST + "\n");

            JsonNode waiting = stream.next();

            assertThat(waiting.path("event").asText()).isEqualTo("waiting");
            assertThat(waiting.path("status").asInt()).isEqualTo(202);
            assertThat(waiting.at("/credential/clientSecret").isMissingNode()).isTrue();
            stream.end();
            assertThat(stream.next().path("complete").asBoolean()).isTrue();
        }
    }

    /** A bulk whose first line is answered, and that waits for the second. */
    private static BulkStream begin(TestRealm realm, Person who) {
        BulkStream stream = BulkStream.open(realm, who);
        stream.send(BulkStream.longLine(REQUEST));
        stream.expectAnAnswer();
        stream.next();
        assertThat(stream.next().path("event").asText()).isEqualTo("created");
        return stream;
    }

    /** What is answered to more lines than are worked at at a time. */
    private static String end(BulkStream stream) {
        stream.send((REQUEST + "\n").repeat(10));
        return stream.next().toString();
    }

    private void enable(Person who, boolean isEnabled) {
        String path = "users/" + user(who);
        ObjectNode user = (ObjectNode) realm.admin().get(path).expect(200).json();
        realm.admin().put(path, user.put("enabled", isEnabled)).expect(204);
    }

    private String user(Person who) {
        return realm.admin().firstId("users?username=" + who.username() + "&exact=true");
    }

    private int count() {
        return realm.credentials().count(Fields.none()).expect(200).json().asInt();
    }
}
