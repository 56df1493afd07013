package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is known who answers for a credential, and when nobody does any more. */
@KeycloakTest
final class OwnerIT {

    private final TestRealm realm;

    OwnerIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void isToldAsItWasGiven() {
        try (NewUser user = NewUser.in(realm.admin(), "keeper")) {
            ClientCredentials credential = issue("Treasury", "treasury@example.com", user.id());

            JsonNode owner = realm.credentials().get(credential.id()).json().path("owner");

            assertThat(owner.toString())
                    .isEqualTo("{\"team\":\"Treasury\",\"contact\":\"treasury@example.com\",\"userId\":\"" + user.id()
                            + "\"}");
        }
    }

    @Test
    void isGoneWhenTheUserIsDisabledOrDeleted() {
        ClientCredentials credential;
        try (NewUser user = NewUser.in(realm.admin(), "leaver")) {
            credential = issue("Treasury", null, user.id());
            assertThat(read(credential).has("ownerGone")).isFalse();

            realm.admin().put("users/" + user.id(), "{\"enabled\":false}").expect(204);
            assertThat(read(credential).path("ownerGone").asBoolean()).isTrue();
            assertThat(listed(credential).path("ownerGone").asBoolean()).isTrue();

            realm.admin().put("users/" + user.id(), "{\"enabled\":true}").expect(204);
            assertThat(listed(credential).has("ownerGone")).isFalse();
        }
        assertThat(read(credential).path("ownerGone").asBoolean()).isTrue();
        assertThat(listed(credential).path("ownerGone").asBoolean()).isTrue();
    }

    /** A credential whose owner has left can be edited all the same. */
    @Test
    void mayStayWhenTheUserIsGone() {
        ClientCredentials credential;
        try (NewUser user = NewUser.in(realm.admin(), "leaver")) {
            credential = issue("Treasury", null, user.id());
        }
        ObjectNode present = (ObjectNode) read(credential);

        realm.credentials()
                .update(credential.id(), present.put("name", "Another name"))
                .expect(200);
    }

    /** A realm file can bring what no request can. */
    @ParameterizedTest
    @ValueSource(strings = {"f:abc", "f:", "f:no-store:abc", "nobody"})
    void isGoneWhereTheIdIsNone(String id, KeycloakServer server) {
        String clientId = SampleCredential.WALLETS.credentials().clientId();
        try (TestRealm wrong = TestRealm.create(
                server,
                content -> RealmChange.client(content, clientId)
                        .withObject("/attributes")
                        .put("api.credential.owner-user", id))) {
            JsonNode listed = wrong.credentials()
                    .list(Fields.of("search", clientId))
                    .expect(200)
                    .json()
                    .get(0);

            assertThat(listed.path("owner").path("userId").asText()).isEqualTo(id);
            assertThat(listed.path("ownerGone").asBoolean()).isTrue();
            wrong.credentials().disable(listed.path("id").asText()).expect(200);
        }
    }

    @Test
    void isFoundByTeamAndByUser() {
        try (NewUser user = NewUser.in(realm.admin(), "keeper")) {
            ClientCredentials credential = issue("Team 100%_x", null, user.id());

            assertThat(ids("Team 100%_x")).containsExactly(credential.id());
            assertThat(ids(user.id())).containsExactly(credential.id());
            assertThat(ids("Team 100%_y")).isEmpty();
            assertThat(ids("Team 100")).isEmpty();
        }
    }

    @Test
    void isRemovedByNullAndStaysWhenLeftOut() {
        ClientCredentials credential = issue("Treasury", null, null);
        ObjectNode present = (ObjectNode) read(credential);
        present.remove("owner");

        realm.credentials()
                .update(credential.id(), present.deepCopy().put("name", "Another name"))
                .expect(200);
        assertThat(read(credential).at("/owner/team").asText()).isEqualTo("Treasury");
        present.remove("updatedAt");
        realm.credentials().update(credential.id(), present.putNull("owner")).expect(200);
        assertThat(read(credential).has("owner")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'team':'A'}                          | owner.team    | text_length",
                "{'team':'Trea\\u202esury'}            | owner.team    | text_unprintable",
                "{'contact':'treasury'}                | owner.contact | owner_contact_malformed",
                "{'contact':'a@example.com, b@x.com'}  | owner.contact | owner_contact_malformed",
                "{'contact':'a@example.com\\r\\nBcc: b@example.com'} | owner.contact | owner_contact_malformed",
                "{'contact':'a@example.com\\nx'}       | owner.contact | owner_contact_malformed",
                "{'contact':'\\u0000a@example.com'}    | owner.contact | owner_contact_malformed",
                "{'contact':'<a@example.com>'}         | owner.contact | owner_contact_malformed",
                "{'userId':'00000000-0000-0000-0000-000000000000'} | owner.userId | owner_user_unknown",
                "{'userId':'a b'}                      | owner.userId  | owner_user_unknown",
                "{'userId':'f:abc'}                    | owner.userId  | owner_user_unknown",
                "{'userId':'f:no-store:abc'}           | owner.userId  | owner_user_unknown",
                "{'name':'Treasury'}                   | owner.name    | unknown_field",
                "['Treasury']                          | owner         | not_object"
            })
    void refusesWhatIsNoOwner(String owner, String field, String code) {
        String request = CredentialRequests.of("wallets", "127.0.0.1")
                .toString()
                .replaceFirst("\\{", Matcher.quoteReplacement("{\"owner\":" + owner.replace('\'', '"') + ","));

        Answer refused = realm.credentials().create(request).expect(400);

        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void isAUserOfThisRealmAndAPerson(KeycloakServer server) {
        ClientCredentials other = issue("Treasury", null, null);
        String account = realm.admin()
                .get("clients/" + other.id() + "/service-account-user")
                .json()
                .path("id")
                .asText();
        String ofMaster = server.admin().below("realms/master").firstId("users?username=admin");

        for (String id : new String[] {account, ofMaster}) {
            ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
            request.putObject("owner").put("userId", id);
            assertThat(realm.credentials()
                            .create(request)
                            .expect(400)
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("owner_user_unknown");
        }
    }

    private ClientCredentials issue(@Nullable String team, @Nullable String contact, @Nullable String userId) {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        request.putObject("owner").put("team", team).put("contact", contact).put("userId", userId);
        return realm.credentials().issue(request);
    }

    private JsonNode read(ClientCredentials credential) {
        return realm.credentials().get(credential.id()).expect(200).json();
    }

    private JsonNode listed(ClientCredentials credential) {
        return realm.credentials()
                .list(Fields.of("search", credential.clientId()))
                .expect(200)
                .json()
                .get(0);
    }

    private List<String> ids(String owner) {
        JsonNode list =
                realm.credentials().list(Fields.of("owner", owner)).expect(200).json();
        return StreamSupport.stream(list.spliterator(), false)
                .map(credential -> credential.path("id").asText())
                .toList();
    }
}
