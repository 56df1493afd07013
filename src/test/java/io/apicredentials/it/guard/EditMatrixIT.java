package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MatrixDocument;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Every edit that a credential does not allow, by every way of editing that Keycloak has: refused, with nothing written. */
@KeycloakTest
final class EditMatrixIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ObjectNode present;

    EditMatrixIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.present = read();
    }

    static Stream<Arguments> edits() {
        return Arrays.stream(EditingWay.values())
                .flatMap(way -> BrokenRule.all()
                        .filter(rule -> rule.ways().contains(way))
                        .map(rule -> Arguments.of(way, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("edits")
    void refusesTheEditAndWritesNothing(EditingWay way, BrokenRule rule) {
        ObjectNode edited = way.bringsNew() ? EditingWay.unknown(present) : present;

        Answer refused = way.send(realm, edited, rule.change());

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(rule.message());
        assertThat(read()).isEqualTo(present);
        ObjectNode wanted = edited.deepCopy();
        rule.change().accept(wanted);
        assertThat(clients(wanted.path("clientId").asText()))
                .isEqualTo(wanted.path("clientId").equals(present.path("clientId")) ? 1 : 0);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    static Stream<Arguments> storedEdits() {
        return Arrays.stream(EditingWay.values())
                .filter(BrokenRule.OF_EXISTING::contains)
                .flatMap(way -> Arrays.stream(StoredEdit.values()).map(edit -> Arguments.of(way, edit)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("storedEdits")
    void refusesAnEditOfSecretsAndLinks(EditingWay way, StoredEdit edit) {
        ClientCredentials edited = edit.credential(realm);
        ObjectNode before = read(edited);

        Answer refused = way.send(realm, before, edit.of(before));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("of an API credential", "cannot be edited");
        assertThat(read(edited)).isEqualTo(before);
        realm.tokenEndpoint().request(edited).expect(200);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PARTIAL_IMPORT_FAIL", "PARTIAL_IMPORT_SKIP", "CREATION"})
    void keepsTheSecretsAndTheLinkThatAnEditLeavesOut(EditingWay way) {
        ObjectNode before = read(StoredEdit.LINK_REPLACED.credential(realm));
        ObjectNode file = before.deepCopy();
        List<String> kept = List.of("api.credential.secret-hash", "api.credential.delivery");
        file.withObject("/attributes").remove(kept);

        Answer answer = way.send(realm, file, client -> client.put("description", "Edited elsewhere"));

        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        JsonNode after = realm.admin()
                .get("clients?clientId=" + before.path("clientId").asText())
                .expect(200)
                .json()
                .get(0);
        assertThat(after.path("description").asText()).isEqualTo("Edited elsewhere");
        for (String attribute : kept) {
            assertThat(after.path("attributes").path(attribute).asText())
                    .isNotEmpty()
                    .isEqualTo(before.path("attributes").path(attribute).asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAHarmlessEditThrough(EditingWay way) {
        ObjectNode edited = way.bringsNew() ? EditingWay.unknown(present) : present;

        Answer answer = way.send(realm, edited, client -> client.put("description", "Edited elsewhere"));

        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        ClientCredentials after =
                new ClientCredentials("", edited.path("clientId").asText(), credential.clientSecret());
        assertThat(realm.admin()
                        .get("clients?clientId=" + after.clientId())
                        .expect(200)
                        .json()
                        .at("/0/description")
                        .asText())
                .isEqualTo("Edited elsewhere");
        assertThat(realm.tokenEndpoint()
                        .request(after)
                        .claims()
                        .path("permission_set")
                        .asText())
                .isEqualTo("wallets");
    }

    /** Each cell is one of the edits above, all of which are tried. */
    @Test
    void theDocumentationShowsTheseEdits() throws IOException {
        MatrixDocument.check(EditMatrixIT.class, table());
    }

    private static String table() {
        EditingWay[] ways = EditingWay.values();
        Stream<String> broken = BrokenRule.all().map(rule -> row(rule.name(), rule.ways(), ways));
        Stream<String> stored =
                Arrays.stream(StoredEdit.values()).map(edit -> row(edit.title(), BrokenRule.OF_EXISTING, ways));
        return row("", Arrays.stream(ways).map(way -> "`" + way + "`"))
                + "|---".repeat(ways.length + 1)
                + "|\n"
                + row("a harmless edit", Arrays.stream(ways).map(way -> "done"))
                + Stream.concat(broken, stored).collect(Collectors.joining());
    }

    private static String row(String head, Set<EditingWay> refused, EditingWay... ways) {
        return row(head, Arrays.stream(ways).map(way -> refused.contains(way) ? "refused" : ""));
    }

    private static String row(String head, Stream<String> cells) {
        return Stream.concat(Stream.of(head), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private int clients(String clientId) {
        return realm.admin()
                .get("clients?clientId=" + clientId)
                .expect(200)
                .json()
                .size();
    }

    private ObjectNode read() {
        return read(credential);
    }

    private ObjectNode read(ClientCredentials client) {
        return (ObjectNode)
                realm.admin().get("clients/" + client.id()).expect(200).json();
    }
}
