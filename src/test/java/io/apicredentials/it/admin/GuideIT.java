package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guides show is true: their commands are run as they stand. */
@KeycloakTest
final class GuideIT {

    @Test
    void theLifeOfACredentialIsAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("life-of-a-credential.md").run(server, realm);

        assertThat(output)
                .contains("Address book: range_too_wide, owner_team_missing, owner_contact_missing, expiry_missing")
                .contains("\"widestPrefix\": 16")
                .contains("\nLedger export\n{\"audience\":[\"api\"]}\n")
                .contains("\"maxDays\" : 365");
        assertThat(realm.credentials().settings().json().fieldNames())
                .toIterable()
                .containsExactly("audience");
        assertThat(realm.credentials()
                        .count(Fields.of("owner", "Payments"))
                        .json()
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSecretIsHandedOverAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("hand-over-a-secret.md").run(server, realm);

        assertThat(output)
                .contains("\"clientSecret\": null", "\"refusal\": \"no_secret\"", "\"open\": true")
                .contains(
                        "data-page=\"open\"\n3600\n410\n{\"open\":false,\"pickedUpFrom\":\"127.0.0.1\"}\n\"Bearer\"\n204\n")
                .contains("No notice is sent")
                .endsWith("{\"audience\":[\"api\"]}\n");
    }

    @Test
    void othersApproveAsTheGuideTellsIt(KeycloakServer server) {
        try (TestRealm realm = TestRealm.create(server, content -> {})) {
            String output = new Guide("approval.md").run(server, realm);

            assertThat(output)
                    .contains(
                            "\"status\": \"creation_approval_pending\",\n  \"hasSecret\": false,\n  \"required\": 1",
                            "\"reason\": \"The second data centre\"",
                            "\"mayDecide\": true",
                            "\"status\": \"approved\",\n  \"approvals\": 1\n}\n3600\n",
                            "\"newlyAdmitted\":4278190080,\"noLongerAdmitted\":0}\n{\"status\":\"open\",\"rejections\":1}\n",
                            "Not from everywhere\n{\"status\":\"enabled\",\"allowedIps\":[\"127.0.0.0/8\"]}\n")
                    .endsWith("settings\napproved\n{\"audience\":[\"api\"]}\n");
        }
    }

    @Test
    void aSecretIsRotatedAsTheGuideTellsIt(KeycloakServer server) {
        try (TestRealm realm = TestRealm.create(server, content -> {})) {
            String output = new Guide("rotation.md").run(server, realm);

            assertThat(output)
                    .startsWith("Bearer\nBearer\nBearer\nsecret_limit\n")
                    .contains("\"expiresAt\":null,\"lastUsedFrom\":\"127.0.0.1\",\"usesInLastDay\":1}\n")
                    .contains("""
                            "lastUsedFrom":"127.0.0.1","usesInLastDay":2}
                            {"admitted":true,"reason":null}
                            {"admitted":false,"reason":"secret_expired"}
                            This secret was used within the last 24 hours""")
                    .contains("\nBearer\ninvalid_client\n[null]\nBearer\n")
                    .contains("{\"everyDays\":14,\"maxOverlap\":\"P2D\"}\noverlap\n")
                    .contains("""
                            Ledger import
                            Ledger import for ledger@example.com
                            Bearer
                            Bearer
                            Bearer
                            [false,true]
                            ["rotate"]
                            {"status":"rotation_approval_pending","clientSecret":null}
                            Bearer
                            approved
                            Bearer
                            Bearer
                            settings
                            approved
                            {"audience":["api"]}
                            """)
                    .endsWith("}\n2\n");
        }
    }

    @Test
    void auditRecordsAreReadAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("audit.md").run(server, realm);

        assertThat(output).contains("{\"event.action\":\"").contains("\nright up to record ");
    }

    @Test
    void whatIsThereIsComparedAsTheGuideAboutUpgradesTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("guides/upgrade.md", "Before", "Afterwards").run(server, realm);

        assertThat(output)
                .startsWith("{\"credentials\":")
                .contains("\n{\"intact\":true}\n")
                .endsWith("\nas before\n{\"address\":\"127.0.0.1\",\"warnings\":null}\n");
    }

    @Test
    void aFileDeclaresACredentialAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("as-code.md").run(server, realm);

        assertThat(output)
                .contains("\"hasAuthor\": true,\n  \"hasSecret\": false")
                .contains("{\"expires_in\":3600,\"scope\":\"balances:read key:read:vault\"}")
                .contains("api.credential.allowed-ips: 127.0.0.0/8 in the file, 127.0.0.0/8,203.0.113.7 there")
                .endsWith("[\"127.0.0.0/8\"]\n{\"expires_in\":3600}\n");
    }

    @Test
    void aServiceAccountBecomesACredentialAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("service-accounts.md").run(server, realm);

        assertThat(output)
                .contains("nightly-export\tNightly export\n")
                .contains("\"api.credential.permissions\":\"transaction:read:org:*\"")
                .endsWith("{\"expires_in\":3600,\"scope\":\"transaction:read\"}\n");
    }

    @Test
    void credentialsAreStoppedAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("emergency-stop.md").run(server, realm);

        assertThat(output)
                .contains("{\"count\":2,\"withdrawn\":0}\nLedger export: 2", "\nPayouts: never\n")
                .contains("stopped Ledger export\nstopped Payouts\ndone true\n")
                .contains("\n401\nfalse\n")
                .contains("disable: The repository of the team was public\n")
                .contains("\nPayouts\n")
                .endsWith("\n200\n");
    }

    @Test
    void manyAreCreatedAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("many-at-once.md").run(server, realm);

        assertThat(output)
                .startsWith("line 3: allowedIps[0]: ")
                .contains("{\"valid\":3,\"refused\":1}\nbegun  \ncreated 1 Ledger export 1\n")
                .contains("created 4 Balance reader 1\ndone  \n{\"expires_in\":3600}\n")
                .contains("line 3 was created, and its secret is lost\nline 4 was created, and its secret is lost\n")
                .endsWith("Ledger export 3 has a new secret\nBalance reader 1 has a new secret\nlines left: 0\n");
    }

    @Test
    void theScriptThatRemovesCredentialsLeavesTheRestOfTheRealm(KeycloakServer server) {
        try (TestRealm realm = TestRealm.create(server, content -> {})) {
            realm.credentials()
                    .changeSettings("{\"owner\": {\"required\": true}}")
                    .expect(200);
            realm.change(settings -> {
                settings.put("displayName", "Kept");
                ((ObjectNode) settings.path("attributes"))
                        .put("frontendUrl", server.url())
                        .put("acr.loa.map", "{\"gold\":2}");
            });
            JsonNode before = realm.admin().get("").expect(200).json();

            String output = new Guide("configuration.md", "Remove it for good").run(server, realm, realm.name() + "\n");

            assertThat(output).contains("API credentials left in " + realm.name() + ": 0");
            assertThat(realm.admin().get("").expect(200).json()).isEqualTo(without("api.credential.", before));
        }
    }

    @Test
    void theScriptThatRemovesCredentialsDoesNothingWithoutTheNameOfTheRealm(KeycloakServer server, TestRealm realm) {
        int before = realm.credentials().count(Fields.none()).json().asInt();
        Guide script = new Guide("configuration.md", "Remove it for good");

        assertThatThrownBy(() -> script.run(server, realm, "yes\n")).hasMessageContaining("Nothing was deleted.");

        assertThat(realm.credentials().count(Fields.none()).json().asInt()).isEqualTo(before);
    }

    private static JsonNode without(String prefix, JsonNode realm) {
        List<String> names = new ArrayList<>();
        realm.path("attributes").fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !name.startsWith(prefix));
        ObjectNode rest = realm.deepCopy();
        ((ObjectNode) rest.path("attributes")).remove(names);
        return rest;
    }

    @Test
    void permissionSetsAreAsTheGuideTellsThem(KeycloakServer server, TestRealm realm) {
        String output = new Guide("permission-sets.md").run(server, realm);

        assertThat(output)
                .contains("\"permissionSet\": \"trading\"")
                .contains("Credentials that hold permissions which these sets do not have (1): Desk 7 (apicred-")
                .contains("Nothing was changed.")
                .contains("\"violations\" : [ \"permission_not_in_catalogue\" ]");
        assertThat(realm.credentials().permissionSets().json()).hasSize(4);
    }
}
