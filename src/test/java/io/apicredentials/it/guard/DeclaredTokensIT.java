package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tokens of a credential are signed, and what their header says, when a file brings it, once or again. */
@KeycloakTest
final class DeclaredTokensIT {

    private static final String TYPE = "access.token.header.type.rfc9068";
    private static final String RS256 = "{\"signatureAlgorithm\":\"RS256\",\"token\":{\"type\":\"at+jwt\"}}";
    private static final String DEFAULTS = "{}";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ObjectNode file = DeclaredFile.of("declared");

    DeclaredTokensIT(KeycloakServer server) {
        this.server = server;
        realm = TestRealm.create(server, "declared-tokens");
    }

    @AfterEach
    void remove() {
        realm.close();
    }

    /** Its file may say one; where it does not, it is as if it had been made here. */
    @ParameterizedTest
    @CsvSource({"true, at+jwt", "false, JWT", ", at+jwt"})
    void aNewOneHasWhatItsFileSays(@Nullable String attribute, String type) throws ParseException {
        set(RS256);
        if (attribute != null) {
            file.withObject("/attributes").put(TYPE, attribute);
        }
        EditingWay.CREATION.send(realm, file, client -> {}).expect(201);

        assertThat(tokens(realm)).isEqualTo("RS256 " + type);
    }

    @Test
    void aNewRealmHasWhatItsFileSays() throws ParseException {
        try (TestRealm own = TestRealm.create(server, content -> {
            content.withObject("/attributes")
                    .put("api.credential.signature-algorithm", "RS256")
                    .put("api.credential.token.type", "at+jwt");
            content.withArray("/clients").add(file);
        })) {
            assertThat(tokens(own)).isEqualTo("RS256 at+jwt");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "PARTIAL_IMPORT_OVERWRITE"})
    void theFileAgainChangesNothingWhateverTheRealmSaysByThen(EditingWay again) throws ParseException {
        for (String settings : new String[] {RS256, DEFAULTS}) {
            set(settings);
            file.put("clientId", "declared-" + settings.length()).remove("id");
            EditingWay.CREATION.send(realm, file, client -> {}).expect(201);
            ClientCredentials issued = ClientCredentials.of(realm.credentials().rotate(id(realm), "PT0S"));
            JsonNode once = credential();
            String before = header(realm, issued);
            set(settings.equals(RS256) ? DEFAULTS : RS256);

            file.put("id", issued.id());
            assertThat(again.send(realm, file, client -> {}).status()).isBetween(200, 204);

            assertThat(credential()).isEqualTo(once);
            assertThat(header(realm, issued)).isEqualTo(before);
        }
    }

    /** Approval lets an edit pass that changes nothing. */
    @Test
    void theFileAgainNeedsNoApproval() {
        set(RS256);
        EditingWay.PARTIAL_IMPORT_OVERWRITE.send(realm, file, client -> {}).expect(200);
        set(DEFAULTS);
        realm.requireApproval();

        EditingWay.PARTIAL_IMPORT_OVERWRITE.send(realm, file, client -> {}).expect(200);
    }

    /** It was a credential before, and whoever checks its tokens goes on. */
    @Test
    void oneThatIsBroughtBackFromAnExportIsAsItWas() throws ParseException {
        ClientCredentials issued = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        JsonNode exported = realm.admin()
                .post("partial-export?exportClients=true", JsonNodeFactory.instance.objectNode())
                .expect(200)
                .json();
        ObjectNode client = null;
        for (JsonNode each : exported.path("clients")) {
            client = each.path("clientId").asText().equals(issued.clientId()) ? (ObjectNode) each : client;
        }
        realm.admin().delete("clients/" + issued.id()).expect(204);
        set(RS256);

        EditingWay.PARTIAL_IMPORT_FAIL.send(realm, client, each -> {}).expect(200);

        assertThat(header(realm, issued)).isEqualTo("ES256 JWT");
    }

    /** Without the id, which an import makes anew. */
    private JsonNode credential() {
        return ((ObjectNode) realm.credentials().get(id(realm)).expect(200).json()).without("id");
    }

    private void set(String settings) {
        realm.credentials().changeSettings(settings).expect(200);
    }

    private String tokens(TestRealm of) throws ParseException {
        return header(of, ClientCredentials.of(of.credentials().rotate(id(of), "PT0S")));
    }

    private String id(TestRealm of) {
        return of.admin()
                .get("clients?clientId=" + file.path("clientId").asText())
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private static String header(TestRealm of, ClientCredentials credential) throws ParseException {
        JWSHeader header = SignedJWT.parse(
                        of.tokenEndpoint().request(credential).accessToken())
                .getHeader();
        return header.getAlgorithm() + " " + header.getType();
    }
}
