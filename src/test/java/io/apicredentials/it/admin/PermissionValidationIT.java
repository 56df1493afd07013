package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Rejections;
import io.apicredentials.testing.Rejections.Problem;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the permissions of a credential. */
@KeycloakTest
final class PermissionValidationIT {

    private final TestRealm realm;
    private final Rejections rejections;

    PermissionValidationIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.rejections = new Rejections(server, realm);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transaction|read|org|type|'transaction' is not a type of wallets; choose one of: vault, key, balances.",
                "balances|update|org|action|'update' is not an action of balances; choose one of: read.",
                "vault|create|vault|scope|'vault' is not a scope of vault create; choose one of: org.",
                "vault|read|key|scope|'key' is not a scope of vault read; choose one of: org, vault.",
                "VAULT|read|org|type|'VAULT' is not a type of wallets; choose one of: vault, key, balances."
            },
            quoteCharacter = '"')
    void refusesAPermissionOutsideTheSet(String type, String action, String scope, String part, String message) {
        assertThat(rejections.create(CredentialRequests.grant(request(), type, action, scope)))
                .containsExactly(new Problem("permissions[0]." + part, message));
    }

    @Test
    void refusesAPermissionWithoutType() {
        ObjectNode request = request();
        request.withArray("permissions").addObject().put("action", "read").put("scope", "org");

        assertThat(rejections.create(request))
                .containsExactly(new Problem(
                        "permissions[0].type", "The permission has no type; choose one of: vault, key, balances."));
    }

    @Test
    void refusesAResourceInScopeOrg() {
        ObjectNode request = request();

        assertThat(rejections.create(CredentialRequests.grant(request, "vault", "read", "org", "7e0f8c1a")))
                .containsExactly(new Problem(
                        "permissions[0].resource",
                        "A permission in scope org has no resource; leave it out or choose a narrower scope."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "a b", "ä", "a/b", "a\nb", "$", "x:y%"})
    void refusesWhatIsNoResource(String resource) {
        ObjectNode request = request();

        assertThat(rejections.create(CredentialRequests.grant(request, "vault", "read", "vault", resource)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("permissions[0].resource"))
                .satisfies(problem -> assertThat(problem.message()).contains("1 to 64 letters, digits"));
    }

    @Test
    void takesAResourceOfSixtyFourCharactersAndNoneLonger() {
        realm.credentials()
                .create(CredentialRequests.grant(request(), "vault", "read", "vault", "x".repeat(64)))
                .expect(201);

        assertThat(rejections.create(CredentialRequests.grant(request(), "vault", "read", "vault", "x".repeat(65))))
                .extracting(Problem::field)
                .containsExactly("permissions[0].resource");
    }

    @Test
    void refusesAPermissionListedTwice() {
        ObjectNode request = CredentialRequests.grant(request(), "vault", "read", "vault", "7e0f");

        assertThat(rejections.create(CredentialRequests.grant(request, "vault", "read", "vault", "7e0f")))
                .containsExactly(new Problem(
                        "permissions[1]", "The permission vault:read:vault:7e0f is listed twice; list each one once."));
    }

    @Test
    void takesOnePermissionForTwoResources() {
        ObjectNode request = CredentialRequests.grant(request(), "vault", "read", "vault", "7e0f");

        realm.credentials()
                .create(CredentialRequests.grant(request, "vault", "read", "vault", "7e10"))
                .expect(201);
    }

    @Test
    void refusesAnEmptyList() {
        ObjectNode request = request();
        request.putArray("permissions");

        assertThat(rejections.create(request))
                .containsExactly(new Problem(
                        "permissions",
                        "At least one permission is needed; leave the permissions out to get the defaults of the set"
                                + " wallets."));
    }

    @Test
    void takesOneHundredPermissionsAndNoMore() {
        ObjectNode hundred = permissions(100);
        realm.credentials().create(hundred).expect(201);

        assertThat(rejections.create(permissions(101)))
                .containsExactly(new Problem(
                        "permissions",
                        "There are 101 permissions; at most 100 are allowed, so use a wider scope or split the"
                                + " credential."));
    }

    @Test
    void nullMeansTheDefaults() {
        ObjectNode request = request();
        request.putNull("permissions");

        assertThat(realm.credentials().create(request).expect(201).json().path("permissions"))
                .hasSize(8);
    }

    @Test
    void refusesWrongTypes() {
        ObjectNode request = request();
        request.withArray("permissions").add("vault:read:org:*");
        request.withArray("permissions")
                .addObject()
                .put("type", 1)
                .put("action", true)
                .putArray("scope");

        assertThat(rejections.create(request))
                .extracting(Problem::field)
                .contains("permissions[0]", "permissions[1].type");
    }

    @Test
    void refusesUnknownFields() {
        ObjectNode request = request();
        request.withArray("permissions")
                .addObject()
                .put("type", "vault")
                .put("action", "read")
                .put("scope", "org")
                .put("extra", "any");

        assertThat(rejections.create(request))
                .containsExactly(new Problem(
                        "permissions[0].extra",
                        "There is no such field; the fields are type, action, scope, resource."));
    }

    private static ObjectNode permissions(int count) {
        ObjectNode request = request();
        for (int number = 0; number < count; number++) {
            CredentialRequests.grant(request, "vault", "read", "vault", "vault-" + number);
        }
        return request;
    }

    private static ObjectNode request() {
        return CredentialRequests.of("wallets", "127.0.0.1");
    }
}
