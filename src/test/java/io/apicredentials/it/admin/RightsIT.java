package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, for every method of the admin API. */
@KeycloakTest
final class RightsIT {

    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private final TestRealm realm;

    RightsIT(TestRealm realm) {
        this.realm = realm;
    }

    /** Every method of the API, with what it answers to somebody who may. */
    private enum Method {
        PERMISSION_SETS("GET", "permission-sets", 200),
        REPLACE_PERMISSION_SETS("PUT", "permission-sets", 200),
        RESET_PERMISSION_SETS("DELETE", "permission-sets", 200),
        SELF_TEST("GET", "self-test", 200),
        OPEN_API("GET", "openapi.json", 200),
        LIST("GET", "", 200),
        COUNT("GET", "count", 200),
        LAST_USED("GET", "last-used?id={id}", 200),
        ACTIVITY_OF_MANY("GET", "activity?id={id}", 200),
        AUDIT("GET", "audit", 200),
        VERIFY_AUDIT("GET", "audit/verify", 200),
        EXPORT_AUDIT("GET", "audit/export", 200),
        CREATE("POST", "", 201),
        EMERGENCY_STOP("POST", "emergency-stop", 200),
        GET("GET", "{id}", 200),
        USAGE("GET", "{id}/usage", 200),
        ACTIVITY("GET", "{id}/activity", 200),
        SUGGESTIONS("GET", "{id}/suggestions", 200),
        EXPLAIN("POST", "{id}/explain", 200),
        WHAT_IF("POST", "{id}/what-if", 200),
        TIMELINE("GET", "{id}/timeline", 200),
        CHANGES("GET", "{id}/changes", 200),
        UPDATE("PUT", "{id}", 200),
        DISABLE("POST", "{id}/disable", 200),
        ENABLE("POST", "{id}/enable", 200),
        DELETE("DELETE", "{id}", 204);

        private final String verb;
        private final String path;
        private final int success;

        Method(String verb, String path, int success) {
            this.verb = verb;
            this.path = path;
            this.success = success;
        }

        boolean looksOnly() {
            return verb.equals("GET") || this == EXPLAIN;
        }

        boolean isOfSettings() {
            return this == REPLACE_PERMISSION_SETS || this == RESET_PERMISSION_SETS;
        }

        Answer call(AdminClient caller, String id) {
            if (this == REPLACE_PERMISSION_SETS) {
                return caller.below("api-credentials").put(path, SampleSets.builtIn());
            }
            if (this == EXPLAIN) {
                return caller.below("api-credentials").post(path.replace("{id}", id), "{\"address\":\"127.0.0.1\"}");
            }
            if (this == EMERGENCY_STOP) {
                return caller.below("api-credentials")
                        .post(path, "{\"filter\":{\"ids\":[\"" + id + "\"]},\"reason\":\"A test\"}");
            }
            var body = CredentialRequests.grant(CredentialRequests.of("wallets", "127.0.0.1"), "vault", "read", "org");
            if (this == UPDATE) {
                body.remove("permissionSet");
            }
            if (this == WHAT_IF) {
                return caller.below("api-credentials").post(path.replace("{id}", id), "{\"change\":\"disable\"}");
            }
            boolean hasBody = this == CREATE || this == UPDATE;
            return caller.below("api-credentials")
                    .send(verb, path.replace("{id}", id), hasBody ? body.toString() : null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerMayDoEverything(Method method) {
        assertThat(method.call(realm.admin(Person.OWNER), credential()).status())
                .isEqualTo(method.success);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorMayDoEverythingButChangeSettings(Method method) {
        assertThat(method.call(realm.admin(Person.ADMINISTRATOR), credential()).status())
                .isEqualTo(method.isOfSettings() ? 403 : method.success);
    }

    @ParameterizedTest
    @EnumSource
    void anAuditorMayLookAndNothingElse(Method method) {
        String id = credential();
        String before = realm.credentials().get(id).expect(200).body();

        assertThat(method.call(realm.admin(Person.AUDITOR), id).status())
                .isEqualTo(method.looksOnly() ? method.success : 403);
        assertThat(realm.credentials().get(id).expect(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anApproverMayLookAndChangeNothing(Method method) {
        String id = credential();
        String before = realm.credentials().get(id).expect(200).body();

        assertThat(method.call(realm.admin(Person.APPROVER), id).status())
                .isEqualTo(method.looksOnly() ? method.success : 403);
        assertThat(realm.credentials().get(id).expect(200).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aUserWithoutRolesMayDoNothing(Method method) {
        assertThat(method.call(realm.admin(Person.NOBODY), credential()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void theAdministratorOfTheServerMayDoEverything(Method method) {
        assertThat(method.call(realm.admin(), credential()).status()).isEqualTo(method.success);
    }

    @ParameterizedTest
    @EnumSource
    void aBadTokenIsNoToken(Method method) {
        AdminClient caller = realm.admin().as(() -> "bad");

        assertThat(method.call(caller, credential()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithTheSignatureOfAnotherIsNoToken(Method method) {
        String signature = realm.token(Person.NOBODY).split("\\.", -1)[2];
        String forged = realm.token(Person.OWNER).replaceFirst("[^.]+$", signature);

        assertThat(method.call(realm.admin().as(() -> forged), credential()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/count",
                "/permission-sets",
                "/self-test",
                "/last-used",
                "/activity",
                "/audit",
                "/audit/verify",
                "/audit/export",
                "/" + UNKNOWN,
                "/" + UNKNOWN + "/usage",
                "/" + UNKNOWN + "/activity",
                "/" + UNKNOWN + "/suggestions",
                "/" + UNKNOWN + "/timeline",
                "/" + UNKNOWN + "/changes"
            })
    void withoutATokenNothingIsTold(String path) {
        String url = realm.admin().url("api-credentials") + path;

        Answer refused = Http.from(KeycloakServer.LOCALHOST).get(url, Fields.none());

        assertThat(refused.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialsOwnTokenOpensNothing(Method method) {
        var credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String token = realm.tokenEndpoint().request(credential).accessToken();

        assertThat(method.call(realm.admin().as(() -> token), credential.id()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "GET",
                "USAGE",
                "CHANGES",
                "TIMELINE",
                "SUGGESTIONS",
                "EXPLAIN",
                "WHAT_IF",
                "UPDATE",
                "DISABLE",
                "ENABLE",
                "DELETE"
            })
    void anUnknownIdIsNotFound(Method method) {
        assertThat(method.call(realm.admin(Person.OWNER), UNKNOWN).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR, 404", "APPROVER, 404", "NOBODY, 403"})
    void whoMayNotLookDoesNotLearnWhatExists(Person who, int status) {
        assertThat(realm.credentials(who).get(UNKNOWN).status()).isEqualTo(status);
    }

    @Test
    void aWrongRequestTellsNothingToWhoMayNot() {
        assertThat(realm.credentials(Person.AUDITOR).create("{").status()).isEqualTo(403);
    }

    private String credential() {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }
}
