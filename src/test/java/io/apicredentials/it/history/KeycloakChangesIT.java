package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.History;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.WithoutViewEvents;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the changes of a credential tell of those made through Keycloak's own resource of its client. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class KeycloakChangesIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String creator;
    private final History changes;

    KeycloakChangesIT(TestRealm realm) {
        this.realm = realm;
        Answer answer = realm.credentials(Person.ADMINISTRATOR).create(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = ClientCredentials.of(answer);
        this.creator = answer.json().path("createdBy").asText();
        this.changes = History.ofChanges(realm.credentials(Person.AUDITOR), credential.id());
    }

    @Test
    void hasEditsWithoutWhatTheySaved() {
        edit(Person.OWNER, client -> client.put("description", "Edited elsewhere"));

        JsonNode edit = changes.entries().get(0);

        assertThat(edit.fieldNames())
                .toIterable()
                .containsExactly("time", "operation", "resourcePath", "userId", "username", "ipAddress");
        assertThat(edit.path("operation").asText()).isEqualTo("UPDATE");
        assertThat(edit.path("resourcePath").asText()).isEqualTo("clients/" + credential.id());
        assertThat(edit.path("username").asText()).isEqualTo("owner");
    }

    @Test
    void hasWhatHappensBelowTheClient() {
        addRole();

        assertThat(changes.entries().get(0).path("resourcePath").asText())
                .startsWith("clients/" + credential.id() + "/roles");
    }

    @Test
    void hasNothingThatHappensElsewhereInTheNameOfTheClient() {
        addRole();
        JsonNode role = client().get("roles/any").expect(200).json();
        realm.admin()
                .post("users/" + creator + "/role-mappings/clients/" + credential.id(), "[" + role + "]")
                .expect(204);

        assertThat(History.texts(changes.entries(), "resourcePath"))
                .hasSize(2)
                .noneMatch(path -> path.startsWith("users/"));
    }

    @Test
    void neverHasASecretOrItsHash() {
        edit(Person.OWNER, client -> client.put("name", "Renamed"));
        JsonNode regenerated =
                client().send("POST", "client-secret", null).expect(200).json();
        realm.credentials().disable(credential.id()).expect(200);

        assertThat(changes.answer().body())
                .contains("/client-secret", "/disable")
                .doesNotContain(regenerated.path("value").asText())
                .doesNotContain(credential.clientSecret(), "kac_", "secret-hash", "sha256");
    }

    private void addRole() {
        client().post("roles", JsonNodeFactory.instance.objectNode().put("name", "any"))
                .expect(201);
    }

    private void edit(Person who, Consumer<ObjectNode> change) {
        ObjectNode edited = (ObjectNode) client().get("").expect(200).json();
        change.accept(edited);
        client().as(realm.login(who)).put("", edited).expect(204);
    }

    /** Keycloak's own resource of the client. */
    private AdminClient client() {
        return realm.admin().below("clients/" + credential.id());
    }
}
