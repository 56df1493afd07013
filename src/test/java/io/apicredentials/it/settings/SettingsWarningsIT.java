package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** What answers warn of: settings that cannot be read, and settings that nothing comes of. */
@KeycloakTest
final class SettingsWarningsIT {

    private final KeycloakServer server;

    SettingsWarningsIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void whatCannotBeReadInARealmFileIsAWarningAndTheStrictValue() {
        try (TestRealm realm = TestRealm.create(server, WrongFile::apply)) {
            JsonNode settings = realm.credentials().settings().expect(200).json();

            assertThat(settings.path("environment").asText()).isEqualTo("production");
            assertThat(settings.at("/addresses/widestPrefix").asInt()).isEqualTo(16);
            assertThat(settings.at("/owner/required").asBoolean()).isTrue();
            assertThat(settings.has("unused")).isFalse();
            assertThat(settings.path("warnings").toString())
                    .contains(
                            "The realm attribute 'api.credential.environment' is not one of: sandbox, production; it is"
                                    + " taken as 'production'.");
            Answer refused = realm.credentials()
                    .create(CredentialRequests.of("wallets", "127.0.0.1"))
                    .expect(400);
            assertThat(refused.json().path("errors").findValuesAsText("code"))
                    .containsExactly("owner_team_missing", "owner_contact_missing");
        }
    }

    @Test
    void anAttributeThatIsNoSettingIsAWarningInEveryAnswer() {
        try (TestRealm realm = TestRealm.create(
                server,
                content -> content.withObject("/attributes")
                        .put("api.credential.expiry.maxdays", "30")
                        .put("api.credential.permission-sets", "")
                        .put("api.credential.settings-request", "[]"))) {
            String warning =
                    "[\"The realm attribute 'api.credential.expiry.maxdays' is not a setting of API credentials and"
                            + " has no effect; correct its name or remove it.\"]";

            assertThat(realm.credentials().settings().json().path("warnings").toString())
                    .isEqualTo(warning);
            assertThat(realm.credentials()
                            .create(CredentialRequests.of("wallets", "127.0.0.1"))
                            .expect(201)
                            .json()
                            .path("warnings")
                            .toString())
                    .isEqualTo(warning);
        }
    }

    @Test
    void settingsThatNothingComesOfAreAWarningUntilTheRealmHasWhatTheyNeed() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            JsonNode saved = realm.credentials()
                    .changeSettings("{\"unused\":{\"disableAfterDays\":400},\"notices\":{\"email\":true}}")
                    .expect(200)
                    .json();

            assertThat(saved.path("warnings").toString())
                    .contains(
                            "No unused credential is disabled, since this server does not count uses, or keeps the counts"
                                    + " for no more than 400 days")
                    .contains("No notice is sent, since this realm has no mail server or no sender");
            assertThat(realm.credentials().settings().json()).isEqualTo(saved);
            realm.change(content -> {
                content.putObject("smtpServer").put("host", "127.0.0.1").put("from", "keycloak@example.org");
            });
            realm.credentials()
                    .changeSettings("{\"unused\":{\"disableAfterDays\":399}}")
                    .expect(200);
            assertThat(realm.credentials().settings().json().has("warnings")).isFalse();
        }
    }

    /** A realm file that somebody has written by hand, and not well. */
    private static final class WrongFile {

        static void apply(ObjectNode realm) {
            realm.withObject("/attributes")
                    .put("api.credential.environment", "prod")
                    .put("api.credential.addresses.widest-prefix", "/16")
                    .put("api.credential.owner.required", "yes")
                    .put("api.credential.unused.disable-after-days", "ninety");
        }
    }
}
