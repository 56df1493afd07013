package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Changes of what another request, on whichever node, is changing at the same moment, or for too long. */
abstract class LocksOnTwoNodes {

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;
    private final ClientCredentials credential;

    /** @param credential one in force in that realm */
    LocksOnTwoNodes(PostgresServer database, TestRealm here, TestRealm there, ClientCredentials credential) {
        this.database = database;
        this.here = here;
        this.there = there;
        this.credential = credential;
    }

    /** Where the database says how long one waits; Keycloak does not. */
    @Test
    void whatWaitsTooLongForAnotherChangesNothing() throws SQLException {
        SecretLink link = SecretLink.rotate(here, credential.id(), request -> {});
        ObjectNode client = (ObjectNode)
                here.admin().get("clients/" + credential.id()).expect(200).json();
        String realmId = here.admin().get("").expect(200).json().path("id").asText();
        try (Connection other = database.holdRow("client", credential.id());
                Connection settings = database.holdRow("realm", realmId);
                RequestPairs pairs = new RequestPairs()) {
            CompletableFuture<Answer> pickUp = CompletableFuture.supplyAsync(link.at(here)::confirm);
            CompletableFuture<Answer> setting =
                    CompletableFuture.supplyAsync(() -> there.credentials().changeSettings("{}"));
            RequestPairs.Pair answers = pairs.send(
                    () -> here.credentials().disable(credential.id()),
                    () -> there.admin()
                            .put("clients/" + credential.id(), client.put("description", "Edited elsewhere")),
                    0);

            assertThat(answers.first().status()).isEqualTo(409);
            assertThat(answers.first().body())
                    .contains("Another request is changing this API credential at the moment; repeat the request.");
            assertThat(answers.second().status()).isEqualTo(400);
            assertThat(answers.second().body()).contains("read it again and repeat the edit");
            assertThat(pickUp.join().status()).isEqualTo(409);
            assertThat(SecretLink.page(pickUp.join())).isEqualTo("busy");
            assertThat(setting.join().status()).isEqualTo(409);
            assertThat(setting.join().json().at("/errors/0/code").asText()).isEqualTo("settings_busy");
            settings.rollback();
            other.rollback();
        }

        here.tokenEndpoint().request(credential).expect(200);
        there.tokenEndpoint().request(link.at(there).pickUp()).expect(200);
        here.credentials().disable(credential.id()).expect(200);
    }

    @Test
    void anEditOnTheOtherNodeDoesNotUndoARevocation() {
        try (RequestPairs pairs = new RequestPairs()) {
            for (long delay : RequestPairs.delays(30)) {
                ClientCredentials both = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
                AdminClient client = there.admin().below("clients/" + both.id());
                ObjectNode edited = (ObjectNode) client.get("").expect(200).json();
                edited.put("description", "Edited elsewhere");

                RequestPairs.Pair answers = pairs.send(
                        () -> here.credentials().disableAndRevoke(both.id()), () -> client.put("", edited), delay);

                assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
                assertThat(answers.second().status()).as(answers.toString()).isIn(204, 400);
                JsonNode after =
                        here.admin().get("clients/" + both.id()).expect(200).json();
                assertThat(after.path("enabled").asBoolean())
                        .as(answers.toString())
                        .isFalse();
                assertThat(after.path("notBefore").asInt()).isPositive();
            }
        }
    }
}
