package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.Rejections;
import io.apicredentials.testing.Rejections.Problem;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is one JSON object, read strictly; whatever else comes is the caller's mistake and never the server's. */
@KeycloakTest
final class RequestBodyIT {

    private static final String NO_OBJECT = "The request is not a JSON object; write { … }.";

    private final TestRealm realm;
    private final Rejections rejections;

    RequestBodyIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.rejections = new Rejections(server, realm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{]", "{\"name\":}", "{\"name\":\"x\"", "{name:\"x\"}", "{'name':'x'}", "\u0000"})
    void refusesMalformedJson(String body) {
        assertThat(rejections.create(body))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEmpty())
                .satisfies(problem -> assertThat(problem.message()).contains("JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "true", "7", "\"text\"", "[{\"name\":\"x\"}]"})
    void refusesWhatIsNoObject(String body) {
        assertThat(rejections.create(body)).containsExactly(new Problem("", NO_OBJECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", " 1", "}", " trailing"})
    void refusesWhatComesAfterTheObject(String trailing) {
        assertThat(rejections.create(valid() + trailing))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("not well-formed JSON"));
    }

    @Test
    void takesWhiteSpaceAfterTheObject() {
        realm.credentials().create(valid() + "\n \t").expect(201);
    }

    @Test
    void takesAByteOrderMark() {
        realm.credentials().create("\ufeff" + valid()).expect(201);
    }

    /** As Keycloak's own resources read it. */
    @Test
    void readsABodyWithoutATypeAsJson() {
        assertThat(createAs(Fields.none()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json"})
    void refusesABodyOfAnotherType(String type) {
        assertThat(createAs(Fields.of("Content-Type", type)).status()).isEqualTo(415);
    }

    private Answer createAs(Fields type) {
        return Http.from(KeycloakServer.LOCALHOST)
                .send(
                        "POST",
                        realm.admin().url("api-credentials"),
                        Fields.bearer(realm.token(Person.OWNER)).and(type),
                        valid());
    }

    @Test
    void refusesAFieldGivenTwice() {
        assertThat(rejections.create("{\"name\":\"First\",\"name\":\"Second\"}"))
                .containsExactly(new Problem("name", "The field is given twice; give it once."));
    }

    @Test
    void refusesAFieldGivenTwiceInside() {
        assertThat(rejections.create("{\"permissions\":[{\"type\":\"vault\",\"type\":\"key\"}]}"))
                .containsExactly(new Problem("permissions[0].type", "The field is given twice; give it once."));
    }

    @Test
    void refusesUnknownFields() {
        assertThat(rejections.create(
                        CredentialRequests.of("wallets", "127.0.0.1").put("secret", "mine")))
                .containsExactly(new Problem(
                        "secret",
                        "There is no such field; the fields are permissionSet, name, description, allowedIps,"
                                + " permissions, owner, expiresAt, tokenLifespan, delivery, validFor, addressBound,"
                                + " reason."));
    }

    /** The answer to a creation has it; sent back, it would be a wish for this secret. */
    @Test
    void refusesASecretAndDoesNotRepeatIt() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ObjectNode request =
                CredentialRequests.of("wallets", "127.0.0.1").put("clientSecret", credential.clientSecret());
        String problem = "The server makes secrets, when a credential is created and when it is rotated; leave it out.";

        assertThat(rejections.create(request)).containsExactly(new Problem("clientSecret", problem));
        for (Answer refused :
                List.of(realm.credentials().create(request), realm.credentials().update(credential.id(), request))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains(problem).doesNotContain(credential.clientSecret());
        }
    }

    @Test
    void repeatsNoSecretInTheWrongPlace() {
        String secret = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .clientSecret();
        ObjectNode request = CredentialRequests.of(secret, secret).put("name", secret);
        request.put("secret", secret).put(secret, true);

        assertThat(rejections.create(request)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(realm.credentials().create(request).body()).doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "name, 12345",
        "name, true",
        "name, []",
        "name, {}",
        "description, 12345",
        "permissionSet, 1",
        "permissionSet, []",
        "allowedIps, true",
        "allowedIps, {}",
        "permissions, true",
        "permissions, {}"
    })
    void refusesWrongTypes(String field, String json) {
        String body = CredentialRequests.of("wallets", "127.0.0.1")
                .putRawValue(field, new RawValue(json))
                .toString();

        assertThat(rejections.create(body)).extracting(Problem::field).containsExactly(field);
    }

    @Test
    void refusesMoreThanSixtyFourKibibytes() {
        String body = "{\"name\":\"" + "x".repeat(64 * 1024) + "\"}";

        assertThat(rejections.create(body))
                .containsExactly(new Problem("", "The request is larger than 64 KiB; send less."));
    }

    @Test
    void readsUpToSixtyFourKibibytes() {
        String valid = valid();

        realm.credentials()
                .create(valid + " ".repeat(64 * 1024 - valid.length()))
                .expect(201);
        assertThat(rejections.create(valid + " ".repeat(64 * 1024 - valid.length() + 1)))
                .extracting(Problem::message)
                .containsExactly("The request is larger than 64 KiB; send less.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesDeepNesting(String opening) {
        assertThat(rejections.create(opening.repeat(10_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEmpty());
    }

    @Test
    void refusesDeepNestingInAField() {
        String deep = "[".repeat(900) + "]".repeat(900);

        assertThat(rejections.create("{\"permissions\":" + deep + "}"))
                .extracting(Problem::field)
                .contains("permissions[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/~", "a.b", "[0]", "~1", "ä", "name "})
    void refusesFieldsWithStrangeNames(String name) {
        assertThat(rejections.create(
                        CredentialRequests.of("wallets", "127.0.0.1").put(name, "any")))
                .extracting(Problem::field)
                .containsExactly(name);
    }

    @Test
    void refusesHalfASurrogatePair() {
        String body = valid().replace("Made by a test", "Half \\ud83d pair");

        assertThat(rejections.create(body)).extracting(Problem::field).containsExactly("description");
    }

    /** A request of kilobytes is not answered with megabytes. */
    @Test
    void tellsAHundredProblemsAtMost() {
        String many = "[" + "1,".repeat(15_000) + "1]";

        assertThat(rejections.create("{\"permissions\":" + many + ",\"allowedIps\":" + many + "}"))
                .hasSize(100);
    }

    @Test
    void repeatsLittleOfALongName() {
        List<Problem> problems = rejections.create("{\"name\":1,\"" + ".".repeat(45_000) + "\":2}");

        assertThat(problems).extracting(Problem::field).contains(".".repeat(100) + "…");
    }

    @Test
    void anUpdateReadsItsBodyAsStrictly() {
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();

        assertThat(rejections.update(id, "{\"name\":\"First\",\"name\":\"Second\"}"))
                .extracting(Problem::field)
                .containsExactly("name");
        assertThat(rejections.update(id, "{")).extracting(Problem::field).containsExactly("");
    }

    private static String valid() {
        return CredentialRequests.of("wallets", "127.0.0.1").toString();
    }
}
