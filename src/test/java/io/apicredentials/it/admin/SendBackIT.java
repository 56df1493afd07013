package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Rejections;
import io.apicredentials.testing.Rejections.Problem;
import io.apicredentials.testing.TestRealm;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read can be edited and sent back, as long as nobody else was faster. */
@KeycloakTest
final class SendBackIT {

    private final TestRealm realm;
    private final Rejections rejections;
    private final ObjectNode read;
    private final String id;

    SendBackIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.rejections = new Rejections(server, realm);
        this.id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        this.read = (ObjectNode) realm.credentials().get(id).expect(200).json();
    }

    @Test
    void takesTheWholeAnswerWithAnEdit() {
        JsonNode updated = realm.credentials()
                .update(id, read.deepCopy().put("name", "Edited name"))
                .expect(200)
                .json();

        assertThat(updated.path("name").asText()).isEqualTo("Edited name");
        assertThat(updated.path("permissions")).isEqualTo(read.path("permissions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "clientId", "permissionSet", "createdBy", "createdAt"})
    void refusesAnotherValueOfWhatNeverChanges(String field) {
        String edited = read.deepCopy().put(field, "transactions").toString();

        assertThat(rejections.update(id, edited)).extracting(Problem::field).containsExactly(field);
    }

    @Test
    void refusesToDisableByAnUpdate() {
        String edited = read.deepCopy().put("enabled", false).toString();

        assertThat(rejections.update(id, edited)).extracting(Problem::field).containsExactly("enabled");
    }

    @Test
    void refusesWhatWasReadBeforeTheLastChange() {
        realm.credentials().disable(id).expect(200);
        String old =
                read.deepCopy().put("enabled", false).put("name", "Edited name").toString();

        assertThat(rejections.update(id, old))
                .containsExactly(
                        new Problem(
                                "updatedAt",
                                "It was changed after it was read; read it again, and repeat the request if it is still what you want."));
    }

    @Test
    void takesWhatIsAlreadySoHoweverLongAgoItWasRead() {
        ObjectNode edited = read.deepCopy().put("name", "Edited name");
        JsonNode updated = realm.credentials().update(id, edited).expect(200).json();

        JsonNode again = realm.credentials().update(id, edited).expect(200).json();

        assertThat(again).isEqualTo(updated);
    }

    /** As Python writes it. */
    @Test
    void takesTheTimeOfTheLastChangeInAnotherForm() {
        String microseconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx")
                .format(OffsetDateTime.parse(read.path("updatedAt").asText()));

        realm.credentials()
                .update(id, read.deepCopy().put("name", "Edited name").put("updatedAt", microseconds))
                .expect(200);
    }

    @Test
    void takesEmptyValuesOfWhatOnlyAnswersHave() {
        ObjectNode edited = read.deepCopy().put("name", "Edited name").put("description", "");
        for (String field : List.of("clientId", "enabled", "createdBy", "createdAt", "updatedAt", "clientSecret")) {
            edited.putNull(field);
        }
        edited.put("id", "").putArray("warnings");

        JsonNode updated = realm.credentials().update(id, edited).expect(200).json();

        assertThat(updated.path("name").asText()).isEqualTo("Edited name");
        assertThat(updated.has("description")).isFalse();
        assertThat(updated.path("clientId")).isEqualTo(read.path("clientId"));
    }

    @Test
    void takesWarningsThatHaveComeToAnEnd() {
        ObjectNode edited = read.deepCopy().put("name", "Edited name");
        edited.putArray("warnings").add("What was wrong has been mended.");

        assertThat(realm.credentials().update(id, edited).expect(200).json().has("warnings"))
                .isFalse();
    }

    @Test
    void refusesASecret() {
        String edited = read.deepCopy().put("clientSecret", "mine").toString();

        assertThat(rejections.update(id, edited)).extracting(Problem::field).containsExactly("clientSecret");
    }
}
