package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A realm whose directory cannot be reached: what is known of credentials is told, and no new owner is taken from there. */
@KeycloakTest(realm = FailingUserStoreIT.WithDirectory.class)
final class FailingUserStoreIT {

    private static final String DIRECTORY = UUID.randomUUID().toString();
    private static final String OWNER = "f:" + DIRECTORY + ":somebody";
    private static final ClientCredentials OWNED = SampleCredential.WALLETS.credentials();

    private final TestRealm realm;

    FailingUserStoreIT(TestRealm realm) {
        this.realm = realm;
    }

    /** One credential has an owner there, who could also approve. */
    static final class WithDirectory implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            RealmChange.client(realm, OWNED.clientId())
                    .withObject("/attributes")
                    .put("api.credential.owner-user", OWNER);
            realm.withObject("/attributes").put("api.credential.approval.operations", "rotate");
            realm.withArray("federatedUsers")
                    .addObject()
                    .put("id", OWNER)
                    .put("username", "somebody")
                    .putObject("clientRoles")
                    .putArray("realm-management")
                    .add("approve-api-credentials");
            ObjectNode config = realm.withObject("/components")
                    .putArray("org.keycloak.storage.UserStorageProvider")
                    .addObject()
                    .put("id", DIRECTORY)
                    .put("name", "directory")
                    .put("providerId", "ldap")
                    .putObject("config");
            Map.of(
                            "vendor", "other",
                            "connectionUrl", "ldap://127.0.0.1:1",
                            "authType", "none",
                            "usersDn", "ou=users,dc=example,dc=org",
                            "usernameLDAPAttribute", "uid",
                            "rdnLDAPAttribute", "uid",
                            "uuidLDAPAttribute", "entryUUID",
                            "userObjectClasses", "inetOrgPerson",
                            "editMode", "READ_ONLY",
                            "importEnabled", "false")
                    .forEach((name, value) -> config.putArray(name).add(value));
        }
    }

    @Test
    void takesNoOwnerFromThere() {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        request.putObject("owner").put("userId", OWNER);

        Answer refused = realm.credentials().create(request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("owner.userId");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("owner_store_failed");
    }

    @Test
    void takesNoOwnerFromThereByAnEditThroughKeycloak() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ObjectNode client = (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
        client.withObject("/attributes").put("api.credential.owner-user", OWNER);

        Answer refused = realm.admin().put("clients/" + credential.id(), client);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("cannot be reached at present");
    }

    @Test
    void tellsOfACredentialAndDoesNotSayThatItsOwnerIsGone() {
        JsonNode listed = owned();

        assertThat(listed.at("/owner/userId").asText()).isEqualTo(OWNER);
        assertThat(listed.has("ownerGone")).isFalse();
        assertThat(realm.credentials()
                        .get(listed.path("id").asText())
                        .expect(200)
                        .json())
                .isEqualTo(listed);
    }

    @Test
    void letsEverythingElseOfItBeChanged() {
        ObjectNode present = (ObjectNode) owned();
        String id = present.path("id").asText();

        realm.credentials().update(id, present.put("name", "Another name")).expect(200);
        realm.credentials().disable(id).expect(200);
        realm.credentials().enable(id).expect(200);
        realm.tokenEndpoint().request(OWNED).expect(200);
    }

    @Test
    void countsThoseWhoMayApproveInOtherStores() {
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        JsonNode asked = realm.credentials(Person.ADMINISTRATOR)
                .rotate(id, "PT0S")
                .expect(202)
                .json();

        JsonNode request = realm.approvals(Person.APPROVER)
                .get(asked.at("/pending/id").asText())
                .expect(200)
                .json();

        assertThat(request.path("approvers").asInt())
                .as("owner, approver and the administrator of the server")
                .isEqualTo(3);
    }

    private JsonNode owned() {
        return realm.credentials()
                .list(Fields.of("search", OWNED.clientId()))
                .expect(200)
                .json()
                .get(0);
    }
}
