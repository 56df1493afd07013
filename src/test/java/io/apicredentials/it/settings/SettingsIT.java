package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a realm says about its credentials, read and replaced as a whole. */
@KeycloakTest
final class SettingsIT {

    private static final String ALL = """
            {"environment":"production","audience":["api","ledger"],"tokenLifespan":600,"signatureAlgorithm":"ES256",\
            "token":{"scope":false,"permissions":"both","type":"at+jwt"},\
            "addresses":{"allAllowed":false,"widestPrefix":16},"owner":{"required":true},\
            "expiry":{"required":true,"maxDays":365},"rotation":{"everyDays":90,"maxOverlap":"P7D"},\
            "unused":{"disableAfterDays":90},"notices":{"email":true}}""";

    /** What the demo realm says. */
    private static final String DEMO = "{\"audience\":[\"api\"]}";

    private final KeycloakServer server;

    SettingsIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void nothingIsSetAtFirst(TestRealm realm) {
        assertThat(realm.credentials().settings().expect(200).body()).isEqualTo(DEMO);
        assertThat(realm.credentials(Person.AUDITOR).settings().expect(200).body())
                .isEqualTo(DEMO);
    }

    @Test
    void theyAreKeptAsRealmAttributesThatCanBeRead() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            realm.credentials().changeSettings(ALL).expect(200);

            ObjectNode read = (ObjectNode) realm.credentials().settings().json();
            assertThat(read.without("warnings").toString()).isEqualTo(ALL);
            JsonNode attributes = realm.admin().get("").json().path("attributes");
            assertThat(attributes.path("api.credential.audience").asText()).isEqualTo("api ledger");
            assertThat(attributes.path("api.credential.expiry.max-days").asText())
                    .isEqualTo("365");
            assertThat(attributes.path("api.credential.rotation.max-overlap").asText())
                    .isEqualTo("P7D");
        }
    }

    @Test
    void theLifespanReachesTheTokensOfCredentialsThatAreThere() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            realm.credentials()
                    .changeSettings("{\"audience\":[\"api\"],\"tokenLifespan\":120}")
                    .expect(200);

            Answer token = realm.tokenEndpoint().request(credential).expect(200);

            assertThat(token.json().path("expires_in").asInt()).isEqualTo(120);
            assertThat(token.claims().path("exp").asLong()
                            - token.claims().path("iat").asLong())
                    .isEqualTo(120);
        }
    }

    @Test
    void theyAreReplacedAsAWholeWithAnEventThatHasBoth() {
        try (TestRealm realm = TestRealm.create(server, "settings")) {
            realm.credentials().changeSettings(ALL).expect(200);
            realm.credentials().changeSettings("{\"environment\":\"sandbox\"}").expect(200);
            realm.credentials().changeSettings("{\"environment\":\"sandbox\"}").expect(200);

            assertThat(realm.credentials().settings().body()).isEqualTo("{\"environment\":\"sandbox\"}");
            List<JsonNode> events = realm.events().ofAdmins("API_CREDENTIAL_SETTINGS");
            assertThat(events).as("what changes nothing writes nothing").hasSize(2);
            assertThat(events.get(0).path("representation").asText())
                    .isEqualTo("{\"before\":" + ALL + ",\"after\":{\"environment\":\"sandbox\"}}");
        }
    }

    @Test
    void presetsAreThereToStartFrom(TestRealm realm) {
        JsonNode presets = realm.admin()
                .get("api-credentials/settings/presets")
                .expect(200)
                .json();

        assertThat(presets.path("sandbox").toString()).isEqualTo("{\"environment\":\"sandbox\"}");
        assertThat(presets.path("production").toString()).isEqualTo("""
                {"environment":"production","addresses":{"allAllowed":false,"widestPrefix":16},"owner":{"required":true},\
                "expiry":{"required":true,"maxDays":365},"rotation":{"everyDays":90,"maxOverlap":"P7D"},\
                "unused":{"disableAfterDays":90},"notices":{"email":true}}""");
        realm.credentials().trySettings(presets.path("production").toString()).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'environment':'moon'}                       | environment            | not_one_of",
                "{'environment':true}                         | environment            | not_text",
                "{'tokenLifespan':59}                         | tokenLifespan          | not_number",
                "{'tokenLifespan':3601}                       | tokenLifespan          | not_number",
                "{'tokenLifespan':'600'}                      | tokenLifespan          | not_whole_number",
                "{'tokenLifespan':600.5}                      | tokenLifespan          | not_whole_number",
                "{'tokenLifespan':99999999999}                | tokenLifespan          | not_whole_number",
                "{'signatureAlgorithm':'HS256'}               | signatureAlgorithm     | not_one_of",
                "{'token':{'scope':'yes'}}                    | token.scope            | not_boolean",
                "{'token':{'permissions':'words'}}            | token.permissions      | not_one_of",
                "{'token':{'type':'AT+JWT'}}                  | token.type             | not_one_of",
                "{'token':{'scopes':true}}                    | token.scopes           | unknown_field",
                "{'token':false}                              | token                  | not_object",
                "{'audience':['a b']}                         | audience               | not_names",
                "{'audience':[]}                              | audience               | not_names",
                "{'audience':'api'}                           | audience               | not_list",
                "{'addresses':{'allAllowed':'no'}}            | addresses.allAllowed   | not_boolean",
                "{'addresses':{'widestPrefix':33}}            | addresses.widestPrefix | not_number",
                "{'addresses':{'narrowest':8}}                | addresses.narrowest    | unknown_field",
                "{'addresses':true}                           | addresses              | not_object",
                "{'expiry':{'maxDays':0}}                     | expiry.maxDays         | not_number",
                "{'rotation':{'maxOverlap':'P31D'}}           | rotation.maxOverlap    | not_duration",
                "{'rotation':{'maxOverlap':'P1.5W'}}          | rotation.maxOverlap    | not_duration",
                "{'rotation':{'maxOverlap':'-P1D'}}           | rotation.maxOverlap    | not_duration",
                "{'rotation':{'everyDays':90,'maxOverlap':''}} | rotation.maxOverlap   | not_duration",
                "{'expiry':{'required':true,'maxDays':''}}    | expiry.maxDays         | not_whole_number",
                "{'expiry.maxDays':30}                        | expiry.maxDays         | unknown_field"
            })
    void whatIsNoSettingIsRefused(String json, String field, String code, TestRealm realm) {
        Answer refused =
                realm.credentials().changeSettings(json.replace('\'', '"')).expect(400);

        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(realm.credentials().settings().body()).isEqualTo(DEMO);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsWritten(TestRealm realm) {
        JsonNode errors = realm.credentials()
                .changeSettings("{\"environment\":\"sandbox\",\"tokenLifespan\":1,\"expiry\":{\"maxDays\":-1},\"x\":1}")
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors.findValuesAsText("field")).containsExactly("tokenLifespan", "expiry.maxDays", "x");
        assertThat(realm.credentials().settings().body()).isEqualTo(DEMO);
    }

    @Test
    void administratorsOfCredentialsDoNotChangeThem(TestRealm realm) {
        realm.credentials(Person.ADMINISTRATOR).changeSettings("{}").expect(403);
        realm.credentials(Person.ADMINISTRATOR).trySettings("{}").expect(403);
        realm.credentials(Person.NOBODY).settings().expect(403);
        try (NewUser user = NewUser.in(realm.admin(), "manages-clients")) {
            user.give("realm-management", "manage-clients");
            new AdminApi(realm.admin().as(user.login(realm.url(), "demo-cli")))
                    .changeSettings("{}")
                    .expect(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "settings/presets", "permission-sets", "self-test"})
    void parametersThatThereAreNotAreRefused(String resource, TestRealm realm) {
        Answer refused = realm.admin()
                .get("api-credentials/" + resource + "?dryrun=true")
                .expect(400);

        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("dryrun");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("no_parameters");
    }
}
