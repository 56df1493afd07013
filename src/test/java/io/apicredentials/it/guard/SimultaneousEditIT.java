package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of one credential at the same moment: each is done as a whole or refused, and none undoes the other. */
@KeycloakTest
final class SimultaneousEditIT {

    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    SimultaneousEditIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"ADMIN_API", "CONSOLE", "PARTIAL_IMPORT_OVERWRITE", "REGISTRATION"})
    void anEditDoesNotUndoARevocation(EditingWay way) {
        int revocations = 0;
        for (long delay : RequestPairs.delays(30)) {
            ClientCredentials credential = credential();
            ObjectNode present = read(credential);

            Pair answers = pairs.send(
                    () -> realm.credentials().disableAndRevoke(credential.id()),
                    () -> way.send(realm, present, client -> client.put("description", "Edited elsewhere")),
                    delay);

            assertThat(answers.hasServerError()).as(answers.toString()).isFalse();
            if (answers.first().status() == 200) {
                revocations++;
                JsonNode after = read(credential);
                assertThat(after.path("enabled").asBoolean())
                        .as("after %s microseconds, %s", delay, answers)
                        .isFalse();
                assertThat(after.path("notBefore").asInt()).isPositive();
            }
        }
        assertThat(revocations).isPositive();
    }

    @Test
    void anEditDoesNotUndoAnUpdate() {
        for (long delay : RequestPairs.delays(30)) {
            ClientCredentials credential = credential();
            ObjectNode present = read(credential);
            ObjectNode update =
                    CredentialRequests.grant(CredentialRequests.of("wallets", "127.0.0.1"), "balances", "read", "org");
            update.remove("permissionSet");
            update.put("name", "Renamed");

            Pair answers = pairs.send(
                    () -> realm.credentials().update(credential.id(), update),
                    () -> EditingWay.CONSOLE.send(
                            realm, present, client -> client.put("description", "Edited elsewhere")),
                    delay);

            assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
            assertThat(answers.second().status()).as(answers.toString()).isIn(204, 400);
            assertThat(read(credential).path("name").asText()).isEqualTo("Renamed");
        }
    }

    @Test
    void aChangeOfWhatIsBeingDeletedFindsNothing() {
        for (long delay : RequestPairs.delays(30)) {
            ClientCredentials credential = credential();

            Pair answers = pairs.send(
                    () -> realm.credentials().delete(credential.id()),
                    () -> realm.credentials().disableAndRevoke(credential.id()),
                    delay);

            assertThat(answers.first().status()).as(answers.toString()).isEqualTo(204);
            assertThat(answers.second().status()).as(answers.toString()).isIn(200, 404);
        }
    }

    /** What is answered is Keycloak's, which fails at such an edit of any client before it asks the guard. */
    @Test
    void anEditDoesNotBringBackWhatIsBeingDeleted() {
        for (long delay : RequestPairs.delays(30)) {
            ClientCredentials credential = credential();
            ObjectNode present = read(credential);

            Pair answers = pairs.send(
                    () -> realm.credentials().delete(credential.id()),
                    () -> EditingWay.CONSOLE.send(
                            realm, present, client -> client.put("description", "Edited elsewhere")),
                    delay);

            assertThat(answers.first().status()).as(answers.toString()).isEqualTo(204);
            realm.credentials().get(credential.id()).expect(404);
            assertThat(clients(credential)).isEmpty();
        }
    }

    /**
     * Keycloak's import removes the service account first, the deletion the client: they do not wait for each other. What an
     * import is answered that finds the client deleted is Keycloak's, for any client.
     */
    @Test
    void anImportOfWhatIsBeingDeletedLeavesNothingHalfDone() {
        for (long delay : RequestPairs.delays(30)) {
            ClientCredentials credential = credential();
            ObjectNode present = read(credential);

            Pair answers = pairs.send(
                    () -> realm.credentials().delete(credential.id()),
                    () -> EditingWay.PARTIAL_IMPORT_OVERWRITE.send(
                            realm, present, client -> client.put("description", "Edited elsewhere")),
                    delay);

            assertThat(answers.first().status()).as(answers.toString()).isLessThan(500);
            isThereAsAWholeOrNotAtAll(credential);
        }
    }

    private void isThereAsAWholeOrNotAtAll(ClientCredentials credential) {
        JsonNode found = clients(credential);
        JsonNode accounts = realm.admin()
                .get("users?exact=true&username=service-account-" + credential.clientId())
                .expect(200)
                .json();
        if (found.isEmpty()) {
            assertThat(accounts).isEmpty();
        } else {
            realm.tokenEndpoint().request(credential).expect(200);
        }
    }

    private ClientCredentials credential() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private ObjectNode read(ClientCredentials credential) {
        return (ObjectNode) clients(credential).get(0);
    }

    private JsonNode clients(ClientCredentials credential) {
        return realm.admin()
                .get("clients?clientId=" + credential.clientId())
                .expect(200)
                .json();
    }
}
