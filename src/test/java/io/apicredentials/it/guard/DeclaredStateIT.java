package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that says how a credential should be, sent again and again as tools for that do, through every way of editing. */
@KeycloakTest
final class DeclaredStateIT {

    private static final String UPDATED_AT = "api.credential.updated-at";

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ObjectNode file;

    DeclaredStateIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.file = read();
    }

    static Stream<EditingWay> ways() {
        return Arrays.stream(EditingWay.values()).filter(way -> !way.bringsNew() && way != EditingWay.ADMIN_API);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsThereAlreadyChangesNothing(EditingWay way) {
        send(way, file);
        send(way, file);

        assertThat(read().path("attributes")).isEqualTo(file.path("attributes"));
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEditOfTheFileIsAppliedOnce(EditingWay way) {
        file.put("description", "Edited in the file");

        send(way, file);
        ObjectNode once = read();
        send(way, file);

        assertThat(once.path("description").asText()).isEqualTo("Edited in the file");
        assertThat(updatedAt(once)).isGreaterThan(updatedAt(file));
        assertThat(read().path("attributes")).isEqualTo(once.path("attributes"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFileThatDoesNotNameTheLastChangeIsAppliedAfterAnEditElsewhere(EditingWay way) {
        file.withObject("/attributes").remove(UPDATED_AT);
        updateElsewhere();
        String elsewhere = updatedAt(read());

        send(way, file);

        assertThat(read().path("description").asText())
                .isEqualTo(file.path("description").asText());
        assertThat(updatedAt(read())).isGreaterThan(elsewhere);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anOldFileIsRefusedAfterAnEditElsewhere(EditingWay way) {
        updateElsewhere();
        ObjectNode elsewhere = read();

        Answer refused = way.send(realm, file, unchanged -> {});

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("read it again and repeat the edit");
        assertThat(read()).isEqualTo(elsewhere);
    }

    /** Or else the next old file with this time would be one that starts from the present state. */
    @ParameterizedTest
    @MethodSource("ways")
    void theTimeOfTheLastChangeIsNotWhatAFileSays(EditingWay way) {
        updateElsewhere();
        ObjectNode elsewhere = read();
        ObjectNode old = elsewhere.deepCopy();
        old.withObject("/attributes").put(UPDATED_AT, updatedAt(file));

        send(way, old);

        assertThat(read().path("attributes")).isEqualTo(elsewhere.path("attributes"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatNeverChangesMayBeLeftOut(EditingWay way) {
        ObjectNode attributes = file.withObject("/attributes");
        ObjectNode before = attributes.deepCopy();
        Stream.of("secret-hash", "permission-set", "created-by", "created-at")
                .forEach(name -> attributes.remove("api.credential." + name));

        send(way, file);

        assertThat(read().path("attributes")).isEqualTo(before);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    private void updateElsewhere() {
        ObjectNode update = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        realm.credentials()
                .update(credential.id(), update.put("description", "Edited elsewhere"))
                .expect(200);
    }

    private void send(EditingWay way, ObjectNode content) {
        // An import gives the client another id, by which the other ways of editing know it.
        Answer answer = way.send(realm, content, client -> client.put("id", id()));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private static String updatedAt(ObjectNode client) {
        return client.path("attributes").path(UPDATED_AT).asText();
    }

    private String id() {
        return realm.admin().firstId("clients?clientId=" + credential.clientId());
    }

    private ObjectNode read() {
        return (ObjectNode) realm.admin().get("clients/" + id()).expect(200).json();
    }
}
