package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
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
                .contains("This secret was used within the last 24 hours")
                .contains("invalid_client")
                .contains("\"environment\" : \"production\"");
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
    void permissionSetsAreAsTheGuideTellsThem(KeycloakServer server, TestRealm realm) {
        String output = new Guide("permission-sets.md").run(server, realm);

        assertThat(output)
                .contains("\"permissionSet\": \"trading\"")
                .contains("Credentials hold permissions that these sets do not have: 1. They are Desk 7 (apicred-")
                .contains("Nothing was changed.")
                .contains("\"violations\" : [ \"permission_not_in_catalogue\" ]");
        assertThat(realm.credentials().permissionSets().json()).hasSize(4);
    }
}
