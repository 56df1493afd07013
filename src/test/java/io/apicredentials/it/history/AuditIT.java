package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records of changes, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest
final class AuditIT {

    private final TestRealm realm;
    private final AuditRecords records;
    private final ClientCredentials credential;

    AuditIT(TestRealm realm) {
        this.realm = realm;
        this.records = AuditRecords.of(realm);
        this.credential = realm.credentials(Person.ADMINISTRATOR).issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void tellWhoDidWhatWhenFromWhereAndWhatItWasAndIs() {
        Instant before = Instant.now().minusMillis(1);
        realm.credentials(Person.ADMINISTRATOR).disable(credential.id()).expect(200);

        JsonNode record = records.of(credential.id()).get(0);

        assertThat(record.path("event.action").asText()).isEqualTo("disable");
        assertThat(Instant.parse(record.path("@timestamp").asText())).isBetween(before, Instant.now());
        assertThat(record.path("user.name").asText()).isEqualTo("administrator");
        assertThat(record.path("user.id").asText())
                .isEqualTo(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("createdBy")
                        .asText());
        assertThat(record.path("source.ip").asText()).isEqualTo("127.0.0.1");
        assertThat(record.path("api_credential.way").asText()).isEqualTo("rest");
        assertThat(record.path("api_credential.before").path("enabled").asBoolean())
                .isTrue();
        assertThat(record.path("api_credential.after").path("enabled").asBoolean(true))
                .isFalse();
        assertThat(record.path("api_credential.details").path("tokens_revoked").asText())
                .isEqualTo("false");
    }

    @Test
    void haveEveryChangeThroughOurResource() {
        ObjectNode narrower = CredentialRequests.of("wallets", "127.0.0.2");
        narrower.remove("permissionSet");
        CredentialRequests.grant(narrower, "balances", "read", "org");
        realm.credentials().update(credential.id(), narrower).expect(200);
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().enable(credential.id()).expect(200);
        realm.credentials().rotate(credential.id(), "P1D").expect(201);
        String replaced = realm.credentials()
                .secrets(credential.id())
                .json()
                .at("/secrets/1/id")
                .asText();
        realm.credentials().endSecretByForce(credential.id(), replaced).expect(204);
        SecretLink.rotate(realm, credential.id(), request -> {});
        realm.credentials().withdrawLink(credential.id()).expect(204);
        realm.credentials().deleteAndRevoke(credential.id()).expect(204);

        assertThat(records.operations(credential.id()))
                .containsExactly(
                        "create",
                        "update",
                        "disable",
                        "enable",
                        "rotate-secret",
                        "end-secret",
                        "offer-secret",
                        "withdraw-link",
                        "delete");
        List<JsonNode> newestFirst = records.of(credential.id());
        assertThat(newestFirst.get(0).has("api_credential.after")).isFalse();
        assertThat(newestFirst.get(8).has("api_credential.before")).isFalse();
        for (int i = 0; i < 8; i++) {
            assertThat(newestFirst.get(i).path("api_credential.before"))
                    .as("before record %d", i)
                    .isEqualTo(newestFirst.get(i + 1).path("api_credential.after"));
        }
        assertThat(newestFirst.get(7).at("/api_credential.after/allowedIps/0").asText())
                .isEqualTo("127.0.0.2");
        assertThat(records.verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void sayWhoPickedASecretUp() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        link.from("127.0.0.3").pickUp();

        JsonNode record = records.of(link.credential().id()).get(0);

        assertThat(record.path("event.action").asText()).isEqualTo("pick-up-secret");
        assertThat(record.path("api_credential.actor").asText()).isEqualTo("link");
        assertThat(record.path("source.ip").asText()).isEqualTo("127.0.0.3");
        assertThat(record.has("user.id")).isFalse();
        assertThat(record.at("/api_credential.after/delivery/pickedUpFrom").asText())
                .isEqualTo("127.0.0.3");
    }

    @Test
    void haveNothingOfWhatChangesNothing() {
        realm.credentials().enable(credential.id()).expect(200);
        ObjectNode same = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        realm.credentials().update(credential.id(), same).expect(200);
        realm.credentials().update(credential.id(), "{}").expect(400);

        assertThat(records.operations(credential.id())).containsExactly("create");
    }

    @Test
    void haveTheChangesOfSettingsAndPermissionSets() {
        realm.credentials().changeSettings("{\"tokenLifespan\":600}").expect(200);
        realm.credentials().changeSettings("{}").expect(200);

        List<JsonNode> changes = records.list(Fields.of("operation", "change-settings"));

        assertThat(changes.get(1)
                        .path("api_credential.after")
                        .path("tokenLifespan")
                        .asInt())
                .isEqualTo(600);
        assertThat(changes.get(0)
                        .path("api_credential.before")
                        .path("tokenLifespan")
                        .asInt())
                .isEqualTo(600);
    }

    @Test
    void sayWhyWhereSomebodySaidSo() {
        realm.admin(Person.OWNER)
                .delete("api-credentials/" + credential.id() + "?reason=Not+needed+any+more")
                .expect(204);

        assertThat(records.of(credential.id()).get(0).path("event.reason").asText())
                .isEqualTo("Not needed any more");
    }

    @Test
    void areFoundByTimeUserAndOperation() {
        String at = records.of(credential.id()).get(0).path("@timestamp").asText();
        Fields one = Fields.of("credential", credential.id());

        assertThat(records.list(one.and("from", at).and("to", "2999-01-01T00:00:00Z")))
                .hasSize(1);
        assertThat(records.list(one.and("to", at))).isEmpty();
        assertThat(records.list(one.and("actor", "administrator"))).hasSize(1);
        assertThat(records.list(one.and("actor", "owner"))).isEmpty();
        assertThat(records.list(one.and("actor", "server"))).isEmpty();
        assertThat(records.list(one.and("operation", "delete"))).isEmpty();
        assertThat(records.list(Fields.of("first", "0").and("max", "1"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2027-01-01T00:00:00Z, to, 2026-01-01T00:00:00Z, range_reversed",
        "from, 2027-01-01T00:00:00Z, to, 2027-01-01T00:00:00Z, range_reversed",
        "from, yesterday, to, 2027-01-01T00:00:00Z, not_an_instant",
        "operation, forge, max, 1, not_one_of",
        "max, 1000, first, 0, not_number",
        "user, owner, max, 1, unknown_parameter"
    })
    void areRefusedForParametersThatAreWrong(String name, String value, String other, String otherValue, String code) {
        Answer refused = realm.credentials(Person.AUDITOR)
                .audit(Fields.of(name, value).and(other, otherValue))
                .expect(400);

        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void areForThoseWhoMayLookAtCredentials() {
        assertThat(realm.credentials(Person.NOBODY).audit(Fields.none()).status())
                .isEqualTo(403);
        assertThat(realm.credentials(Person.NOBODY).verifyAudit().status()).isEqualTo(403);
    }
}
