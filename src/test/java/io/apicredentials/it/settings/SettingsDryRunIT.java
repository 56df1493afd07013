package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Which credentials would not comply with settings any more, asked before these are saved. */
@KeycloakTest
final class SettingsDryRunIT {

    /** What the demo realm says. */
    private static final String DEMO = "{\"audience\":[\"api\"]}";

    private final KeycloakServer server;

    SettingsDryRunIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void aDryRunNamesThoseThatWouldNotComplyAndWritesNothing() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            String id = realm.credentials()
                    .issue(CredentialRequests.of("wallets", "0.0.0.0/0").put("name", "AAA from everywhere"))
                    .id();

            JsonNode answer = realm.credentials()
                    .trySettings("{\"addresses\":{\"allAllowed\":false}}")
                    .expect(200)
                    .json();

            assertThat(answer.path("count").asInt())
                    .isEqualTo(answer.path("violating").size());
            assertThat(answer.path("violating").findValuesAsText("id")).contains(id);
            assertThat(answer.at("/violating/0/violations/0").asText()).isEqualTo("all_addresses_not_allowed");
            assertThat(realm.credentials().settings().body()).isEqualTo(DEMO);
            assertThat(realm.events().ofAdmins("API_CREDENTIAL_SETTINGS")).isEmpty();
        }
    }

    @Test
    void aDryRunNamesNothingThatIsBrokenAlready() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            realm.credentials()
                    .replacePermissionSetsAndKeepGranted(SampleSets.trading())
                    .expect(200);
            realm.credentials()
                    .issue(CredentialRequests.of("trading", "0.0.0.0/0").put("name", "AAA from everywhere"));
            realm.admin()
                    .delete("api-credentials/permission-sets?keepGranted=true")
                    .expect(200);
            String narrow = "{\"addresses\":{\"allAllowed\":false}}";

            assertThat(count(realm, "{}"))
                    .as("it holds what no set has any more")
                    .isZero();
            assertThat(count(realm, narrow)).isEqualTo(1);
            realm.credentials().changeSettings(narrow).expect(200);
            assertThat(count(realm, narrow)).isZero();
            JsonNode stricter = realm.credentials()
                    .trySettings("{\"addresses\":{\"allAllowed\":false},\"owner\":{\"required\":true}}")
                    .expect(200)
                    .json();
            assertThat(stricter.at("/violating/0/violations").toString())
                    .isEqualTo("[\"owner_team_missing\",\"owner_contact_missing\"]");
        }
    }

    private static int count(TestRealm realm, String settings) {
        return realm.credentials()
                .trySettings(settings)
                .expect(200)
                .json()
                .path("count")
                .asInt(-1);
    }

    @Test
    void whoMayChangeSettingsAloneIsToldHowManyWouldNotComplyAndNotWhich(TestRealm realm) {
        try (NewUser user = NewUser.in(realm.admin(), "settings-only")) {
            user.give("realm-management", "manage-api-credential-settings");
            AdminApi ofUser = new AdminApi(realm.admin().as(user.login(realm.url(), "demo-cli")));

            JsonNode answer = ofUser.trySettings("{\"expiry\":{\"required\":true}}")
                    .expect(200)
                    .json();

            assertThat(answer.path("count").asInt()).isPositive();
            assertThat(answer.path("violating")).isEmpty();
            assertThat(ofUser.replacePermissionSets(SampleSets.trading())
                            .expect(409)
                            .body())
                    .contains("permission_sets_in_use")
                    .doesNotContain(
                            SampleCredential.WALLETS.displayName(),
                            SampleCredential.WALLETS.credentials().clientId());
        }
    }
}
