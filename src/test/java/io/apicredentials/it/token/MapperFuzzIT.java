package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappers for claims of many names and with values of every type, at a credential: its token is valid and the same. */
@KeycloakTest
final class MapperFuzzIT {

    private static final List<String> DOCUMENTED = List.of(
            "iss",
            "sub",
            "azp",
            "client_id",
            "aud",
            "iat",
            "exp",
            "jti",
            "typ",
            "permission_set",
            "permissions",
            "scope");

    /** Claims with a meaning in an access token: of RFC 7519, 7662, 7800, 8693, 9068, OpenID Connect and Keycloak. */
    private static final List<String> WITH_A_MEANING = List.of(
            ("nbf acr auth_time nonce sid cnf at_hash c_hash s_hash name given_name family_name middle_name nickname"
                            + " preferred_username profile picture website email email_verified gender birthdate zoneinfo locale"
                            + " phone_number phone_number_verified address updated_at claims_locales act may_act active username"
                            + " token_type jwt session_state trusted-certs allowed-origins realm_access resource_access"
                            + " authorization authorization_details")
                    .split(" "));

    /** Parts of claims, for which a mapper looks into what another has written. */
    private static final List<String> PARTS = List.of(
            "permissions.x",
            "permission_strings",
            "scope.x",
            "permission_set.x",
            "permissions.x.y",
            "aud.x",
            "sub.x",
            "azp.x",
            "cnf.jkt",
            "realm_access.roles",
            "resource_access.realm-management.roles",
            "address.country",
            "authorization.permissions");

    /** Values of every type, as text and the type that it is to become. */
    private static final List<Map.Entry<String, String>> VALUES = List.of(
            Map.entry("String", "text"),
            Map.entry("String", "4102444800"),
            Map.entry("long", "4102444800"),
            Map.entry("int", "1"),
            Map.entry("boolean", "true"),
            Map.entry("JSON", "{\"roles\":[\"realm-admin\"],\"realm-management\":{\"roles\":[\"realm-admin\"]}}"),
            Map.entry("JSON", "{}"),
            Map.entry("JSON", "[\"text\",1,null]"),
            Map.entry("JSON", "null"),
            Map.entry("JSON", "4102444800"));

    private final TestRealm realm;
    private ClientCredentials credential = new ClientCredentials("", "", "");

    MapperFuzzIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void aNewCredential() {
        credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    static Stream<String> claims() {
        return Stream.of(DOCUMENTED, WITH_A_MEANING, PARTS).flatMap(List::stream);
    }

    /** All types of value at once: Keycloak calls the mappers in no order, so that each may be the last. */
    @ParameterizedTest
    @MethodSource("claims")
    void aClaimWithAMeaningIsAsDocumented(String claim) {
        JsonNode before = token();
        VALUES.forEach(value -> add(claim, value.getKey(), value.getValue()));

        assertSame(before, DOCUMENTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "JSON"})
    void allOfThemTogetherChangeNothing(String type) {
        JsonNode before = token();
        claims().forEach(claim -> add(claim, type, type.equals("JSON") ? "{\"x\":1}" : "text"));

        assertSame(before, DOCUMENTED);
    }

    /** Their order is that of a set, and another at each request. */
    @Test
    void aPartOfAClaimThatAnotherMapperWritesBreaksNothing() {
        JsonNode before = token();
        add("tenant", "String", "text");
        add("tenant.name", "String", "text");
        add("tenant.name.first", "JSON", "{}");

        assertSame(before, with("tenant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "groups", "roles", "https://example\\.com/tenant", "a.b.c"})
    void aClaimOfAnyOtherNameIsInTheToken(String claim) {
        JsonNode before = token();
        add(claim, "String", "text");

        assertSame(before, with(claim.replace("\\", "").replaceFirst("^a\\..*", "a")));
    }

    private static List<String> with(String claim) {
        List<String> claims = new ArrayList<>(DOCUMENTED);
        claims.add(claim);
        return claims;
    }

    private void assertSame(JsonNode before, List<String> names) {
        Answer answer = realm.tokenEndpoint().request(credential).expect(200);
        JsonNode token = answer.claims();
        assertThat(token.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(new TreeSet<>(names));
        for (String claim :
                List.of("iss", "sub", "azp", "client_id", "aud", "typ", "permission_set", "permissions", "scope")) {
            assertThat(token.path(claim)).as(claim).isEqualTo(before.path(claim));
        }
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(3600);
        assertThat(realm.isActive(answer.accessToken())).isTrue();
    }

    private void add(String claim, String type, String value) {
        ObjectNode mapper = Mappers.hardcoded(claim, type, value);
        mapper.put("name", claim + " " + type + " " + value);
        mapper.withObject("/config")
                .put("introspection.token.claim", "true")
                .put("access.tokenResponse.claim", "false");
        AdminClient client = realm.admin().below("clients/" + credential.id());
        client.post("protocol-mappers/models", mapper).expect(201);
    }

    private JsonNode token() {
        return realm.tokenEndpoint().request(credential).claims();
    }
}
