package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators are told of tokens that are too large for common servers, before those refuse them. */
@KeycloakTest
final class TokenSizeIT {

    private static final int LARGE = 6 * 1024;
    private static final Pattern WARNING = Pattern.compile("The tokens of this credential have about ([0-9]+) bytes");

    /** What the estimate may be off by. */
    private static final Percentage INEXACT = Percentage.withPercentage(1);

    private final TestRealm realm;

    TokenSizeIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 75, 100})
    void theWarningSaysHowLargeTheTokensAre(int permissions) {
        ClientCredentials credential = realm.credentials().issue(request(permissions, 36));

        assertThat(warnedSize(read(realm, credential.id()))).isCloseTo(tokenSize(realm, credential), INEXACT);
    }

    @Test
    void theLargestOfAllIsMoreThanThreeTimesWhatCommonServersTake() {
        ClientCredentials credential = realm.credentials().issue(request(100, 64));

        int size = tokenSize(realm, credential);

        assertThat(size).isBetween(29_000, 31_000);
        assertThat(warnedSize(read(realm, credential.id()))).isCloseTo(size, INEXACT);
    }

    @ParameterizedTest
    @CsvSource({"ES384, api", "RS256, api other-api", "PS512, https://api.example.org/größe", "EdDSA, 'a b c'"})
    void theWarningKnowsTheSettingsOfTheRealm(String algorithm, String audience, KeycloakServer server) {
        try (TestRealm own = TestRealm.create(
                server,
                content -> content.withObject("/attributes")
                        .put("api.credential.audience", audience)
                        .put("api.credential.signature-algorithm", algorithm))) {
            ClientCredentials credential = own.credentials().issue(request(50, 36));

            assertThat(warnedSize(read(own, credential.id()))).isCloseTo(tokenSize(own, credential), INEXACT);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, objects", "false, strings", "true, strings", "true, both"})
    void theWarningKnowsHowTokensListPermissions(String scope, String form, KeycloakServer server) {
        try (TestRealm own = TestRealm.create(
                server,
                content -> content.withObject("/attributes")
                        .put("api.credential.token.scope", scope)
                        .put("api.credential.token.permissions", form))) {
            ClientCredentials credential = own.credentials().issue(request(90, 36));

            assertThat(warnedSize(read(own, credential.id()))).isCloseTo(tokenSize(own, credential), INEXACT);
        }
    }

    @Test
    void thereIsNoneUpToSixKibibytes() {
        int permissions = 20;
        while (tokenSize(realm, realm.credentials().issue(request(permissions, 36))) < LARGE) {
            permissions++;
        }

        // Near the limit, a few bytes of the estimate decide.
        assertThat(read(realm, id(permissions - 2)).has("warnings")).isFalse();
        assertThat(warnedSize(read(realm, id(permissions + 1)))).isGreaterThanOrEqualTo(LARGE);
    }

    @Test
    void everyAnswerHasTheSameWarning() {
        JsonNode created =
                realm.credentials().create(request(60, 36)).expect(201).json();
        String id = created.path("id").asText();
        ObjectNode update = request(61, 36);
        update.remove("permissionSet");
        JsonNode read = read(realm, id);
        JsonNode listed = realm.credentials()
                .list(Fields.of("search", created.path("clientId").asText()))
                .expect(200)
                .json();
        JsonNode updated = realm.credentials().update(id, update).expect(200).json();

        assertThat(warnedSize(created)).isGreaterThan(LARGE);
        assertThat(List.of(read.path("warnings"), listed.at("/0/warnings"))).containsOnly(created.path("warnings"));
        assertThat(warnedSize(updated)).isGreaterThan(warnedSize(created));
    }

    private String id(int permissions) {
        return realm.credentials().issue(request(permissions, 36)).id();
    }

    private static JsonNode read(TestRealm realm, String id) {
        return realm.credentials().get(id).expect(200).json();
    }

    private static int warnedSize(JsonNode credential) {
        assertThat(credential.path("warnings")).hasSize(1);
        Matcher warning = WARNING.matcher(credential.at("/warnings/0").asText());
        assertThat(warning.find()).as(credential.at("/warnings/0").asText()).isTrue();
        return Integer.parseInt(warning.group(1));
    }

    private static int tokenSize(TestRealm realm, ClientCredentials credential) {
        return realm.tokenEndpoint().request(credential).accessToken().length();
    }

    private static ObjectNode request(int permissions, int resourceLength) {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        for (int index = 0; index < permissions; index++) {
            CredentialRequests.grant(
                    request, "balances", "read", "vault", ("%0" + resourceLength + "d").formatted(index));
        }
        return request;
    }
}
