package io.apicredentials.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.BulkAnswer;
import io.apicredentials.testing.BulkStream;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a bulk consists of, each line is answered as a request of its own, and the others are what they are. */
@KeycloakTest
final class BulkInputIT {

    private static final String GOOD =
            CredentialRequests.of("wallets", "127.0.0.1").toString();

    private final TestRealm realm;

    BulkInputIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | body_not_json",
                "[] | body_not_object",
                "null | body_not_object",
                "\"text\" | body_not_object",
                "{'name':'x','name':'y'} | duplicate_field",
                "GOOD GOOD | body_not_json",
                "{'permissionSet':'wallets'} | name_missing",
                "`\u0000` | body_not_json",
                "`\u2028` | body_not_json"
            })
    void aWrongLineIsAnsweredInItsPlace(String wrong, String code) {
        String line = wrong.replace("GOOD", GOOD).replace('\'', '"');

        BulkAnswer answer = BulkAnswer.of(realm.credentials().bulk(GOOD + "\n" + line + "\n" + GOOD + "\n"));

        assertThat(answer.events()).containsExactly("1 created", "2 refused", "3 created");
        assertThat(codes(answer.answers().get(1))).contains(code);
    }

    @Test
    void aLineIsUpTo64KiB() {
        String longest = GOOD + " ".repeat(64 * 1024 - GOOD.length());

        BulkAnswer answer = BulkAnswer.of(
                realm.credentials().bulk(longest + "\n" + longest + " \n" + longest.repeat(3) + "\n" + GOOD));

        assertThat(answer.events()).containsExactly("1 created", "2 refused", "3 refused", "4 created");
        assertThat(codes(answer.answers().get(1))).containsExactly("body_too_large");
        assertThat(codes(answer.answers().get(2))).containsExactly("body_too_large");
    }

    @Test
    void blankLinesAndOtherEndsAreNoMatter() {
        String lines = "\ufeff" + GOOD + "\r\n\r\n  \t\n\n" + GOOD;

        assertThat(BulkAnswer.of(realm.credentials().bulk(lines)).events()).containsExactly("1 created", "5 created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n \n", "\ufeff", "\ufeff\n"})
    void nothingIsAsked(String lines) {
        BulkAnswer answer = BulkAnswer.of(realm.credentials().bulk(lines));

        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.end().path("complete").asBoolean()).isTrue();
    }

    @Test
    void onlyTenThousandLinesAreLookedAt() {
        String lines = "{\n".repeat(10_001);

        BulkAnswer answer = BulkAnswer.of(realm.credentials().bulk(lines));

        assertThat(answer.answers()).hasSize(10_000);
        assertThat(answer.end().path("refused").asInt()).isEqualTo(10_000);
        assertThat(answer.end().path("complete").asBoolean()).isFalse();
        assertThat(answer.end().path("reason").asText()).isEqualTo("too_many");
        assertThat(answer.end().path("next").asInt()).isEqualTo(10_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "application/ndjson"})
    void anotherTypeIsRefused(String type) {
        String url = realm.admin().url("api-credentials/bulk");
        Fields headers = Fields.bearer(realm.token(Person.OWNER)).and("Content-Type", type);

        assertThat(Http.from("127.0.0.1").send("POST", url, headers, GOOD).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"?dryRun=yes, not_boolean", "?dryRun=true&dryRun=true, parameter_repeated", "?max=1, unknown_parameter"
    })
    void aWrongQueryIsRefusedBeforeAnythingIsDone(String query, String code) {
        AdminClient api = realm.admin(Person.OWNER).below("api-credentials");

        Answer refused = api.postLines("bulk" + query, GOOD).expect(400);

        assertThat(codes(refused.json())).containsExactly(code);
    }

    /** Keycloak reads so much of a request, and cuts the connection: before the last line of the answer arrives, or after it. */
    @Test
    void ofARequestThatIsTooLongIsKeptWhatWasAnswered() {
        int before = count();
        try (BulkStream stream = BulkStream.open(realm, Person.OWNER)) {
            stream.send(GOOD + " ".repeat(60_000) + "\n");
            stream.expectAnAnswer();
            stream.next();
            AtomicReference<JsonNode> last = new AtomicReference<>(stream.next());
            assertThat(last.get().path("event").asText()).isEqualTo("created");

            assertThatThrownBy(() -> {
                        for (int line = 0; line < 200; line++) {
                            stream.send("{" + " ".repeat(60_000) + "\n");
                            last.set(stream.next());
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class);
            if (last.get().path("event").asText().equals("done")) {
                assertThat(last.get().path("complete").asBoolean()).isFalse();
                assertThat(last.get().path("reason").asText()).isEqualTo("unreadable");
            } else {
                assertThat(last.get().path("event").asText()).isEqualTo("refused");
            }
        }

        assertThat(count()).isEqualTo(before + 1);
    }

    private int count() {
        return realm.credentials().count(Fields.none()).expect(200).json().asInt();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("errors").findValuesAsText("code");
    }
}
