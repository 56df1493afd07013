package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The count is right after whatever makes or removes a credential, although it is kept in memory. */
@KeycloakTest
final class CountIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    CountIT(KeycloakServer server) {
        this.server = server;
        this.realm = TestRealm.create(server, "count-");
        isRight();
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void costsTheEndOfTheRecordsWhenNothingHasHappened() {
        List<String> statements = server.markLog().statementsOf(this::count);

        assertThat(statements).singleElement().asString().containsIgnoringCase("api_credential_audit");
    }

    @Test
    void changesWithTheResource() {
        int before = isRight();
        ClientCredentials one = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        assertThat(isRight()).isEqualTo(before + 1);
        String line = CredentialRequests.of("wallets", "127.0.0.1").toString();
        realm.credentials().bulk(line + "\n" + line + "\n").expect(200);
        assertThat(isRight()).isEqualTo(before + 3);
        realm.credentials().delete(one.id()).expect(204);
        assertThat(isRight()).isEqualTo(before + 2);
    }

    @Test
    void changesWithWhatIsApproved() {
        ClientCredentials one = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        int before = isRight();
        realm.requireApproval();
        JsonNode awaited = AwaitedCredential.asked(realm);
        assertThat(isRight()).isEqualTo(before + 1);
        realm.approvals(Person.APPROVER)
                .reject(AwaitedCredential.request(awaited))
                .expect(200);
        isRight();
        AwaitedCredential.inForce(realm);
        isRight();
        JsonNode deletion = realm.credentials(Person.ADMINISTRATOR)
                .delete(one.id())
                .expect(202)
                .json();
        isRight();
        realm.approvals(Person.APPROVER)
                .approve(AwaitedCredential.request(deletion))
                .expect(200);
        isRight();
        assertThat(ids()).doesNotContain(one.id());
    }

    @Test
    void changesWithKeycloaksOwnResources() {
        ClientCredentials one = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        int before = isRight();
        AdminClient clients = realm.admin().below("clients");
        ObjectNode file = (ObjectNode) clients.get(one.id()).expect(200).json();
        clients.delete(one.id()).expect(204);
        assertThat(isRight()).isEqualTo(before - 1);
        partialImport(file, "FAIL");
        assertThat(isRight()).isEqualTo(before);
        partialImport((ObjectNode) clients.get(other.id()).expect(200).json(), "OVERWRITE");
        assertThat(isRight()).isEqualTo(before);
        // Without its service account, so that it is not of another credential.
        file.put("id", UUID.randomUUID().toString()).put("clientId", "posted-" + UUID.randomUUID());
        realm.admin().post("clients", file).expect(201);
        assertThat(isRight()).isEqualTo(before + 1);
    }

    @Test
    void doesNotChangeWithAnOrdinaryClientThatWouldBecomeOne() {
        int before = isRight();
        realm.admin().post("clients", object().put("clientId", "ordinary")).expect(201);
        ObjectNode ordinary = (ObjectNode)
                realm.admin().find("clients", "clientId", "ordinary").deepCopy();

        realm.admin()
                .put(
                        "clients/" + ordinary.path("id").asText(),
                        ordinary.put("clientAuthenticatorType", "api-credential"))
                .expect(400);
        assertThat(isRight()).isEqualTo(before);

        String id = ids().iterator().next();
        ObjectNode credential =
                (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
        realm.admin()
                .put("clients/" + id, credential.put("clientAuthenticatorType", "client-secret"))
                .expect(400);
        assertThat(isRight()).isEqualTo(before);
    }

    /** The file of a realm may name its id. */
    @Test
    void isThatOfARealmThatReplacesAnother() {
        String id = UUID.randomUUID().toString();
        int before;
        try (TestRealm first = TestRealm.create(server, content -> content.put("id", id))) {
            before = count(first);
        }
        try (TestRealm second = TestRealm.create(
                server,
                content -> ((ArrayNode) content.put("id", id).path("clients")).removeIf(CountIT::isCredential))) {
            assertThat(before).isPositive();
            assertThat(count(second)).isZero();
        }
    }

    private void partialImport(ObjectNode client, String ifExists) {
        ObjectNode body = object().put("ifResourceExists", ifExists);
        body.putArray("clients").add(client);
        realm.admin().post("partialImport", body).expect(200);
    }

    /** Compares it with Keycloak's own list of clients. */
    private int isRight() {
        int count = count();
        assertThat(count).isEqualTo(ids().size());
        return count;
    }

    private Set<String> ids() {
        JsonNode clients = realm.admin().get("clients").expect(200).json();
        return StreamSupport.stream(clients.spliterator(), false)
                .filter(CountIT::isCredential)
                .map(client -> client.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isCredential(JsonNode client) {
        return client.path("clientAuthenticatorType").asText().equals("api-credential");
    }

    private int count() {
        return count(realm);
    }

    private static int count(TestRealm realm) {
        return realm.credentials().count(Fields.none()).expect(200).json().asInt();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
