package io.apicredentials.it.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request for an emergency stop says exactly what it is for, or stops nothing. */
@KeycloakTest
final class EmergencyStopRequestIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final AdminClient api;

    EmergencyStopRequestIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.api = realm.admin(Person.OWNER).below("api-credentials/emergency-stop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | filter filter_not_one, reason reason_missing",
                "{'filter':null,'reason':null} | filter filter_not_one, reason reason_missing",
                "{'filter':{},'reason':'Because'} | filter filter_not_one",
                "{'filter':{'owner':null},'reason':'Because'} | filter filter_not_one",
                "{'filter':{'owner':'A','all':true},'reason':'Because'} | filter filter_not_one",
                "{'filter':{'team':'A'},'reason':'Because'} | filter.team unknown_field, filter filter_not_one",
                "{'filter':'all','reason':'Because'} | filter not_object",
                "{'filter':{'all':false},'reason':'Because'} | filter.all not_one_of",
                "{'filter':{'all':'true'},'reason':'Because'} | filter.all not_boolean",
                "{'filter':{'address':'10.0.0.1/8'},'reason':'Because'} | filter.address address_host_bits",
                "{'filter':{'address':'010.0.0.1'},'reason':'Because'} | filter.address address_leading_zero",
                "{'filter':{'address':''},'reason':'Because'} | filter.address address_missing",
                "{'filter':{'address':7},'reason':'Because'} | filter.address not_text",
                "{'filter':{'permission':'balances'},'reason':'Because'} | filter.permission permission_pattern_malformed",
                "{'filter':{'permission':'a:b:org:c'},'reason':'Because'} | filter.permission permission_pattern_malformed",
                "{'filter':{'permissionSet':'wallet'},'reason':'Because'} | filter.permissionSet permission_set_unknown",
                "{'filter':{'owner':''},'reason':'Because'} | filter.owner text_length",
                "{'filter':{'owner':'a\\u0000'},'reason':'Because'} | filter.owner text_unprintable",
                "{'filter':{'ids':[]},'reason':'Because'} | filter.ids list_empty",
                "{'filter':{'ids':[1]},'reason':'Because'} | filter.ids[0] not_text",
                "{'filter':{'all':true},'reason':'Oh'} | reason reason_length",
                "{'filter':{'all':true},'reason':'Because','force':true} | force unknown_field",
                "{'filter':{'all':true},'reason':'Because','revokeTokens':1,'dryRun':'no'} |"
                        + " revokeTokens not_boolean, dryRun not_boolean"
            })
    void isRefusedWithAllThatIsWrong(String body, String problems) {
        Answer refused = api.post("", body.replace('\'', '"')).expect(400);

        StringJoiner found = new StringJoiner(", ");
        for (JsonNode error : refused.json().path("errors")) {
            found.add(error.path("field").asText() + " " + error.path("code").asText());
        }
        assertThat(found).hasToString(problems);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void namesAtMostAHundredIds() {
        String ids = String.join(",", Collections.nCopies(101, "\"" + credential.id() + "\""));

        Answer refused = api.post("", "{\"filter\":{\"ids\":[" + ids + "]},\"reason\":\"Because\"}");

        assertThat(refused.expect(400).json().at("/errors/0/code").asText()).isEqualTo("too_many_entries");
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", "?max=5", "?revokeTokens=true"})
    void hasNoParametersUnlessItIsADryRun(String query) {
        Answer refused = api.post(query, "{\"filter\":{\"all\":true},\"reason\":\"Because\"}");

        assertThat(refused.expect(400).json().at("/errors/0/code").asText()).isEqualTo("no_parameters");
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR", "APPROVER", "NOBODY"})
    void needsTheRightToManageForADryRunToo(Person who) {
        AdminClient caller = realm.admin(who).below("api-credentials/emergency-stop");

        caller.post("", "{\"filter\":{\"all\":true},\"reason\":\"Because\"}").expect(403);
        caller.post("", "{\"filter\":{\"all\":true},\"dryRun\":true}").expect(403);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** What is pasted by mistake would be in events for good. */
    @Test
    void aSecretInTheReasonIsMasked() {
        StopRun.of(realm.credentials()
                .emergencyStop("{\"filter\":{\"ids\":[\"" + credential.id() + "\"]},\"reason\":\"Leaked: "
                        + credential.clientSecret() + "\"}"));

        String events = realm.admin()
                .get("admin-events?resourcePath=api-credentials/" + credential.id() + "*")
                .expect(200)
                .body();
        assertThat(events).contains("Leaked: ").doesNotContain(credential.clientSecret());
    }

    @Test
    void allOfARealmIsAllOfThisRealm(KeycloakServer server) {
        try (TestRealm other = TestRealm.create(server, "stop-all-")) {
            ClientCredentials there = other.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
            List<String> all = ids(other);

            StopRun run = StopRun.of(other.credentials(), "{\"all\":true}");

            assertThat(run.ids("stopped")).hasSize(5).contains(there.id()).hasSameElementsAs(all);
            other.tokenEndpoint().request(there).expect(401);
            realm.tokenEndpoint().request(credential).expect(200);
            all.forEach(id -> other.credentials().delete(id).expect(204));
            assertThat(StopRun.of(other.credentials(), "{\"all\":true}")
                            .end()
                            .path("complete")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static List<String> ids(TestRealm realm) {
        return StreamSupport.stream(
                        realm.credentials()
                                .list(Fields.none())
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .map(each -> each.path("id").asText())
                .toList();
    }
}
