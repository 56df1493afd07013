package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A credential with a request that somebody brings into a realm that is there: what was decided elsewhere does not count. */
@KeycloakTest
final class BroughtRequestIT {

    private final TestRealm realm;
    private final ObjectNode brought;

    BroughtRequestIT(TestRealm realm) {
        this.realm = realm;
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        this.brought = EditingWay.unknown(
                (ObjectNode) realm.admin().get("clients/" + id).expect(200).json());
    }

    /** Its last request may have been the one for its creation, long ago and elsewhere: here it counts for nothing. */
    @Test
    void whatWasApprovedElsewhereIsLeftOutside() {
        bring(UnapprovedEdit.forged("approved")).expect(201);

        JsonNode client = found().get(0);
        assertThat(client.path("attributes").has(UnapprovedEdit.REQUEST)).isFalse();
        assertThat(realm.credentials().get(client.path("id").asText()).json().has("pickUp"))
                .isFalse();
    }

    @Test
    void oneThatWaitsToBeCreatedStaysOutside() {
        isRefused(bring(UnapprovedEdit.forged("open")), "creation of this API credential is not approved");
    }

    @Test
    void oneWhoseRequestCannotBeReadStaysOutside() {
        isRefused(bring("approved"), "creation of this API credential is not approved");
    }

    @Test
    void oneWithoutASecretStaysOutside() {
        brought.withObject("/attributes").remove("api.credential.secret-hash");

        isRefused(bring(UnapprovedEdit.forged("approved")), "is no hash of a client secret");
    }

    /** The file chooses the id, so that the request is about this client: it would let somebody have the first secret. */
    @Test
    void oneWithoutASecretAndWithARequestOfItsOwnStaysOutside() {
        String id = UUID.randomUUID().toString();
        brought.put("id", id).withObject("/attributes").remove("api.credential.secret-hash");

        isRefused(
                bring(UnapprovedEdit.forged("approved").replace("forged.", id + ".")),
                "a request for approval is not brought into a realm that exists");
    }

    private void isRefused(Answer refused, String message) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(message);
        assertThat(found()).isEmpty();
    }

    private Answer bring(String request) {
        brought.withObject("/attributes").put(UnapprovedEdit.REQUEST, request);
        return realm.admin().post("clients", brought);
    }

    private JsonNode found() {
        return realm.admin()
                .get("clients?clientId=" + brought.path("clientId").asText())
                .expect(200)
                .json();
    }
}
