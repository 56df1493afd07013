package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Client scopes and roles that somebody gave a credential: the next edit takes them away, here and through Keycloak. */
@KeycloakTest
final class AddedScopeIT {

    private final TestRealm realm;
    private final AdminClient client;
    private final ClientCredentials credential;
    private final String account;

    AddedScopeIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.client = realm.admin().below("clients/" + credential.id());
        this.account =
                client.get("service-account-user").expect(200).json().path("id").asText();
        client.send("PUT", "default-client-scopes/" + scope("roles"), null).expect(204);
        client.delete("default-client-scopes/" + scope("api-credential")).expect(204);
        client.send("PUT", "optional-client-scopes/" + scope("api-credential"), null)
                .expect(204);
        JsonNode role = realm.admin().get("roles/offline_access").expect(200).json();
        realm.admin()
                .post("users/" + account + "/role-mappings/realm", "[" + role + "]")
                .expect(204);
    }

    @Test
    void anEditThroughKeycloakTakesThemAway() {
        ObjectNode edited = (ObjectNode) client.get("").expect(200).json();

        client.put("", edited.put("description", "Edited")).expect(204);

        isInOrder();
    }

    @Test
    void anUpdateTakesThemAway() {
        ObjectNode update = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();

        realm.credentials()
                .update(credential.id(), update.put("description", "Edited"))
                .expect(200);

        isInOrder();
    }

    /** What is sent is what is there already; what is taken away is a change all the same. */
    @Test
    void takingThemAwayIsAChange() {
        JsonNode present = realm.credentials().get(credential.id()).expect(200).json();
        int events = realm.events().ofCredential(credential.id()).size();

        JsonNode updated =
                realm.credentials().update(credential.id(), present).expect(200).json();

        isInOrder();
        assertThat(Instant.parse(updated.path("updatedAt").asText()))
                .isAfter(Instant.parse(present.path("updatedAt").asText()));
        assertThat(realm.events().ofCredential(credential.id())).hasSize(events + 1);
    }

    @Test
    void enablingTakesThemAwayAndIsAChange() {
        JsonNode present = realm.credentials().get(credential.id()).expect(200).json();
        int events = realm.events().ofCredential(credential.id()).size();

        JsonNode enabled =
                realm.credentials().enable(credential.id()).expect(200).json();

        isInOrder();
        assertThat(Instant.parse(enabled.path("updatedAt").asText()))
                .isAfter(Instant.parse(present.path("updatedAt").asText()));
        assertThat(realm.events().ofCredential(credential.id())).hasSize(events + 1);
    }

    private void isInOrder() {
        assertThat(client.get("default-client-scopes").expect(200).json())
                .extracting(scope -> scope.path("name").asText())
                .containsExactly("api-credential");
        assertThat(client.get("optional-client-scopes").expect(200).json()).isEmpty();
        assertThat(realm.admin()
                        .get("users/" + account + "/role-mappings")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    private String scope(String name) {
        return realm.admin().find("client-scopes", "name", name).path("id").asText();
    }
}
