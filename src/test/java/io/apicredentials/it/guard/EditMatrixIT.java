package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MatrixDocument;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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
        return row("", Arrays.stream(ways).map(way -> "`" + way + "`"))
                + "|---".repeat(ways.length + 1)
                + "|\n"
                + row("a harmless edit", Arrays.stream(ways).map(way -> "done"))
                + BrokenRule.all()
                        .map(rule -> row(
                                rule.name(),
                                Arrays.stream(ways).map(way -> rule.ways().contains(way) ? "refused" : "")))
                        .collect(Collectors.joining());
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
        return (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
    }
}
