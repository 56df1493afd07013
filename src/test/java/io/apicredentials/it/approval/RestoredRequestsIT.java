package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm file brings its requests and votes along, and its credentials as they were. */
@KeycloakTest
final class RestoredRequestsIT {

    private static final String TWO =
            "{\"operations\":[\"create\",\"update\",\"enable\",\"delete\",\"rotate\"],\"approvals\":2}";
    private static final String REQUEST = "api.credential.request";

    private final KeycloakServer server;

    RestoredRequestsIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void theyAreDecidedWhereTheRealmWasRestored() {
        TestRealm before = TestRealm.create(server, "restored-");
        ClientCredentials inForce = before.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        before.requireApproval(TWO);
        JsonNode creation = AwaitedCredential.asked(before);
        JsonNode update = AwaitedCredential.askForName(before, inForce.id(), "Another name")
                .expect(202)
                .json();
        before.approvals(Person.APPROVER).approve(request(creation)).expect(200);
        before.approvals(Person.APPROVER).approve(request(update)).expect(200);
        ObjectNode file = file(before);
        before.close();

        try (TestRealm after = restore(file)) {
            after.tokenEndpoint().request(inForce).expect(200);
            ApprovalsApi owner = after.approvals(Person.OWNER);
            assertThat(owner.open().expect(200).json()).hasSize(2);
            assertThat(owner.get(request(creation)).json().path("approvals").asInt())
                    .isEqualTo(1);
            assertThat(after.approvals(Person.APPROVER)
                            .approve(request(creation))
                            .expect(409)
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("already_voted");

            owner.approve(request(update)).expect(200);
            owner.approve(request(creation)).expect(200);

            assertThat(after.credentials().get(inForce.id()).json().path("name").asText())
                    .isEqualTo("Another name");
            ClientCredentials made = ClientCredentials.of(
                    AwaitedCredential.pickUp(after, creation.path("id").asText()));
            after.tokenEndpoint().request(made).expect(200);
        }
    }

    /** Of what cannot be read nobody knows whether it was approved. */
    @ParameterizedTest
    @ValueSource(strings = {"yes", "{}", "{\"decision\":\"approved\"}", "[]"})
    void aRequestThatCannotBeReadApprovesNothing(String text) {
        TestRealm before = TestRealm.create(server, "unreadable-");
        ClientCredentials credential = before.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        before.requireApproval(TWO);
        ObjectNode file = file(before);
        before.close();
        for (JsonNode client : file.path("clients")) {
            if (client.path("id").asText().equals(credential.id())) {
                ((ObjectNode) client.path("attributes")).put(REQUEST, text);
            }
        }

        try (TestRealm after = restore(file)) {
            after.tokenEndpoint().request(credential).expect(401);
            JsonNode read = after.credentials().get(credential.id()).expect(200).json();
            assertThat(read.path("refusal").asText()).isEqualTo("not_approved");
            assertThat(after.approvals(Person.OWNER).open().expect(200).json()).isEmpty();
            assertThat(after.approvals(Person.OWNER).decided().expect(200).json())
                    .isEmpty();
            after.credentials().enable(credential.id()).expect(409);
            after.credentials().rotate(credential.id(), "PT0S").expect(409);
        }
    }

    /** The file of a realm with its own ids, as an export has them. */
    private static ObjectNode file(TestRealm realm) {
        ObjectNode file = (ObjectNode) realm.admin()
                .post("partial-export?exportClients=true&exportGroupsAndRoles=true", "{}")
                .expect(200)
                .json();
        // Keys are masked in it.
        file.remove("components");
        ArrayNode users = file.putArray("users");
        for (Person person : Person.values()) {
            users.add(user(realm, person));
        }
        ArrayNode clients = file.putArray("clients");
        realm.admin().get("clients?max=200").expect(200).json().forEach(clients::add);
        return file;
    }

    private static ObjectNode user(TestRealm realm, Person person) {
        ObjectNode user = (ObjectNode)
                realm.admin().find("users?exact=true&username=" + person.username(), "username", person.username());
        user.remove("access");
        user.putArray("credentials").addObject().put("type", "password").put("value", person.username());
        String management = realm.admin().firstId("clients?clientId=realm-management");
        ArrayNode roles = user.putObject("clientRoles").putArray("realm-management");
        realm.admin()
                .get("users/" + user.path("id").asText() + "/role-mappings/clients/" + management)
                .expect(200)
                .json()
                .forEach(role -> roles.add(role.path("name").asText()));
        return user;
    }

    private TestRealm restore(ObjectNode file) {
        server.admin().post("realms", file).expect(201);
        return new TestRealm(server, file.path("realm").asText());
    }

    private static String request(JsonNode asked) {
        return AwaitedCredential.request(asked);
    }
}
