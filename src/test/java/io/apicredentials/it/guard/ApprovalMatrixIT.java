package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MatrixDocument;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every edit that waits for approval, by every way of editing that Keycloak has: none makes anything alone. */
@KeycloakTest
final class ApprovalMatrixIT {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final KeycloakServer server;

    ApprovalMatrixIT(KeycloakServer server) {
        this.server = server;
    }

    /** In a realm where everything waits. */
    @Test
    void theDocumentationShowsWhatIsRefused() throws IOException {
        try (TestRealm realm = TestRealm.create(server, "approval-edits-")) {
            realm.requireApproval();
            MatrixDocument.check(ApprovalMatrixIT.class, table(realm));
        }
    }

    /** The same edits, where nothing waits. */
    @ParameterizedTest
    @EnumSource
    void theSameEditsAreDoneWhereNothingWaits(EditingWay way) {
        try (TestRealm realm = TestRealm.create(server, "no-approval-")) {
            for (UnapprovedEdit edit : UnapprovedEdit.inForce()) {
                if (edit.forges() || !edit.isTriedBy(way)) {
                    continue;
                }
                String id = realm.credentials()
                        .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                        .id();
                ObjectNode present = read(realm, id);
                ObjectNode edited = way.bringsNew() ? EditingWay.unknown(present) : present;

                Answer answer = way.send(realm, edited, edit.change());

                assertThat(answer.status())
                        .as("%s: %s", edit.name(), answer.body())
                        .isBetween(200, 204);
                assertThat(clients(realm, edited)).as(edit.name()).hasSize(1);
            }
        }
    }

    private static String table(TestRealm realm) {
        Map<WaitingState, String> credentials = new EnumMap<>(WaitingState.class);
        List<EditingWay> ways = Arrays.asList(EditingWay.values());
        StringBuilder table = new StringBuilder(row("", ways.stream().map(way -> "`" + way + "`")));
        table.append("|---".repeat(ways.size() + 1)).append("|\n");
        for (UnapprovedEdit edit : UnapprovedEdit.all()) {
            table.append(row(
                    edit.name(),
                    ways.stream().map(way -> edit.isTriedBy(way) ? outcome(realm, credentials, way, edit) : "")));
        }
        return table.toString();
    }

    /** @param credentials one of each state, for as long as no edit is done */
    private static String outcome(
            TestRealm realm, Map<WaitingState, String> credentials, EditingWay way, UnapprovedEdit edit) {
        String cell = way + ": " + edit.name();
        ObjectNode before = read(realm, credentials.computeIfAbsent(edit.state(), state -> state.credential(realm)));
        ObjectNode edited = way.bringsNew() ? EditingWay.unknown(before) : before;

        Answer answer = way.send(realm, edited, edit.change());

        assertThat(answer.status()).as(cell + answer.body()).isIn(200, 201, 204, 400);
        JsonNode present = clients(realm, before).get(0);
        if (answer.status() == 400) {
            assertThat(answer.body()).as(cell).contains("approv");
            assertThat(present).as(cell).isEqualTo(before);
        }
        assertThat(lasting(present)).as(cell).isEqualTo(lasting(before));
        assertThat(present.path("enabled").asBoolean()
                        && !before.path("enabled").asBoolean())
                .as(cell + ", enabled")
                .isFalse();
        if (way.bringsNew()) {
            assertThat(clients(realm, edited)).as(cell).isEmpty();
        }
        if (answer.status() == 400) {
            return REFUSED;
        }
        credentials.remove(edit.state());
        return DONE;
    }

    /** What waits, of all that a client is. A partial import that overwrites makes another one, which has no old requests. */
    private static JsonNode lasting(JsonNode client) {
        ObjectNode lasting = client.deepCopy();
        lasting.remove(List.of("id", "enabled", "notBefore"));
        ObjectNode attributes = lasting.withObject("/attributes");
        attributes.remove("api.credential.updated-at");
        if (attributes.path(UnapprovedEdit.REQUEST).asText().contains("\"decision\":")) {
            attributes.remove(UnapprovedEdit.REQUEST);
        }
        lasting.withArray("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        return lasting;
    }

    private static ObjectNode read(TestRealm realm, String id) {
        return (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
    }

    private static JsonNode clients(TestRealm realm, ObjectNode client) {
        return realm.admin()
                .get("clients?clientId=" + client.path("clientId").asText())
                .expect(200)
                .json();
    }

    private static String row(String head, Stream<String> cells) {
        return Stream.concat(Stream.of(head), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
