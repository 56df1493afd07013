package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of what is edited through Keycloak's own resources. */
@KeycloakTest
final class EditedRecordsIT {

    private final TestRealm realm;
    private final AuditRecords records;
    private final ClientCredentials credential;
    private final AdminClient client;

    EditedRecordsIT(TestRealm realm) {
        this.realm = realm;
        this.records = AuditRecords.of(realm);
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.client = realm.admin(Person.OWNER).below("clients/" + credential.id());
    }

    @Test
    void anEditOfTheClientIsAnUpdateByTheEditor() {
        client.put("", client().put("description", "Edited elsewhere")).expect(204);
        client.put("", client()).expect(204);

        assertThat(records.operations(credential.id())).containsExactly("create", "update");
        JsonNode record = records.of(credential.id()).get(0);
        assertThat(record.path("user.name").asText()).isEqualTo("owner");
        assertThat(record.path("source.ip").asText()).isEqualTo("127.0.0.1");
        assertThat(record.path("api_credential.way").asText()).isEqualTo("keycloak");
        assertThat(record.path("api_credential.before").path("description").asText())
                .isNotEqualTo("Edited elsewhere");
        assertThat(record.path("api_credential.after").path("description").asText())
                .isEqualTo("Edited elsewhere");
    }

    @Test
    void switchingItOffAndRemovingItAreCalledSo() {
        client.put("", client().put("enabled", false)).expect(204);
        client.delete("").expect(204);

        assertThat(records.operations(credential.id())).containsExactly("create", "disable", "delete");
        assertThat(records.of(credential.id()).get(0).has("api_credential.after"))
                .isFalse();
        assertThat(records.verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aMapperOfItsClientIsAnUpdate() {
        ObjectNode mapper = JsonNodeFactory.instance
                .objectNode()
                .put("name", "more")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config").put("claim.name", "more").put("claim.value", "1");
        client.post("protocol-mappers/models", mapper).expect(201);

        JsonNode record = records.of(credential.id()).get(0);
        assertThat(record.path("event.action").asText()).isEqualTo("update");
        assertThat(record.at("/api_credential.details/resource_path").asText())
                .contains(credential.id() + "/protocol-mappers/models");
    }

    @Test
    void aPartialImportIsOne() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        ObjectNode edited = client().put("description", "By a file");
        body.putArray("clients").add(edited);
        realm.admin().post("partialImport", body).expect(200);

        List<JsonNode> imported = new AuditRecords(new AdminApi(realm.admin()))
                .list(Fields.of("actor", "admin").and("max", "2"));
        assertThat(imported)
                .isNotEmpty()
                .allMatch(record -> record.path("api_credential.way").asText().equals("import"));
        assertThat(imported.get(0).at("/api_credential.after/description").asText())
                .isEqualTo("By a file");
        assertThat(records.verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void settingsThatAreAttributesOfTheRealmAreRecorded() {
        realm.change(settings -> settings.withObject("/attributes").put("api.credential.token-lifespan", "900"));
        realm.change(settings -> settings.put("displayName", "Something else"));

        List<JsonNode> changes = records.list(Fields.of("operation", "change-settings"));

        assertThat(changes.get(0).at("/api_credential.after/tokenLifespan").asInt())
                .isEqualTo(900);
        assertThat(changes.get(0).path("api_credential.way").asText()).isEqualTo("keycloak");
        assertThat(changes).hasSize(1);
        realm.change(settings -> settings.withObject("/attributes").remove("api.credential.token-lifespan"));
    }

    private ObjectNode client() {
        return (ObjectNode) client.get("").expect(200).json();
    }
}
