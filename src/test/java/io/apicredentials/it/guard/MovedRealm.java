package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A realm with all that a realm and its credentials can have, and what was read of it before it was moved. */
final class MovedRealm {

    /** For how long tokens of its credentials are valid, in seconds. */
    static final int LIFESPAN = 600;

    /** None of them is what it is when nothing is set. */
    private static final String SETTINGS =
            "{\"environment\":\"production\",\"audience\":[\"api\",\"ledger\"],\"tokenLifespan\":900,"
                    + "\"signatureAlgorithm\":\"RS256\","
                    + "\"token\":{\"scope\":false,\"permissions\":\"both\",\"type\":\"at+jwt\"},\"addresses\":{\"allAllowed\":false,\"widestPrefix\":24},"
                    + "\"owner\":{\"required\":true},\"expiry\":{\"required\":true,\"maxDays\":100},"
                    + "\"rotation\":{\"everyDays\":60,\"maxOverlap\":\"P14D\"},"
                    + "\"unused\":{\"disableAfterDays\":45},\"notices\":{\"email\":true}}";

    private final TestRealm before;
    private final JsonNode sets;

    /** Replaced by the second, and accepted still. */
    private final ClientCredentials first;

    private final ClientCredentials second;

    /** Replaced without an overlap. */
    private final ClientCredentials ended;

    private final SecretLink open;
    private final SecretLink used;
    private final List<JsonNode> credentials;

    private MovedRealm(KeycloakServer server) {
        before = TestRealm.create(server, SampleSets::removeCredentials);
        before.credentials().changeSettings(SETTINGS).expect(200);
        sets = before.credentials()
                .replacePermissionSets(SampleSets.trading())
                .expect(200)
                .json();
        first = before.credentials().issue(request());
        second = ClientCredentials.of(before.credentials().rotate(first.id(), "P7D"));
        ended = before.credentials().issue(request());
        before.credentials().rotate(ended.id(), "PT0S").expect(201);
        open = offered();
        used = offered();
        used.pickUp();
        credentials = credentialsOf(before);
    }

    static MovedRealm from(KeycloakServer server) {
        return new MovedRealm(server);
    }

    private ObjectNode request() {
        ObjectNode request = CredentialRequests.of("trading", "127.0.0.1");
        request.putObject("owner")
                .put("team", "Treasury")
                .put("contact", "treasury@example.com")
                .put("userId", before.admin().firstId("users?exact=true&username=owner"));
        return request.put("tokenLifespan", LIFESPAN)
                .put("expiresAt", Instant.now().plus(30, ChronoUnit.DAYS).toString());
    }

    private SecretLink offered() {
        return SecretLink.of(before.credentials().create(request().put("delivery", "link")));
    }

    String name() {
        return before.name();
    }

    /** The realm on another server. */
    TestRealm on(KeycloakServer server) {
        return new TestRealm(server, name());
    }

    JsonNode settings() {
        return Answer.parse(SETTINGS);
    }

    JsonNode permissionSets() {
        return sets;
    }

    /** Each of its credentials as it was. */
    List<JsonNode> credentials() {
        return credentials;
    }

    /** The same as a realm has them. */
    List<JsonNode> credentialsOf(TestRealm realm) {
        return Stream.of(first, ended, open.credential(), used.credential())
                .map(credential ->
                        realm.credentials().get(credential.id()).expect(200).json())
                .toList();
    }

    /** One credential with both its secrets. */
    List<ClientCredentials> overlapping() {
        return List.of(first, second);
    }

    ClientCredentials ended() {
        return ended;
    }

    /** The link that nobody has used yet, at another address. */
    SecretLink openAt(TestRealm realm) {
        return open.at(realm);
    }

    /** The link that was used, at another address. */
    SecretLink usedAt(TestRealm realm) {
        return used.at(realm);
    }
}
