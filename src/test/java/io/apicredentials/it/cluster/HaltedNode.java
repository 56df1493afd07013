package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Changes while another node does not answer. */
abstract class HaltedNode {

    private final TestRealm here;
    private final KeycloakServer node;
    private final TestRealm there;

    /** @param node the other one, which is halted for less time than others need to count it as gone */
    HaltedNode(TestRealm here, KeycloakServer node) {
        this.here = here;
        this.node = node;
        this.there = new TestRealm(node, here.name());
    }

    /**
     * A node that stands still for a moment, as when its machine is moved: the others wait 15 seconds for it. What they have
     * done until then is done, and a secret that was made is handed over.
     */
    @Test
    void aNodeThatDoesNotAnswerKeepsNoSecretFromItsOwner() {
        ClientCredentials rotated = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ClientCredentials disabled = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        there.tokenEndpoint().request(rotated).expect(200);
        there.tokenEndpoint().request(disabled).expect(200);
        ClientCredentials after;
        node.halt();
        try {
            CompletableFuture<Answer> disabling =
                    CompletableFuture.supplyAsync(() -> here.credentials().disable(disabled.id()));
            after = ClientCredentials.of(here.credentials().rotate(rotated.id(), "PT0S"));
            Answer told = disabling.join();

            assertThat(told.status()).as(told.toString()).isEqualTo(503);
            assertThat(told.json().path("error").asText()).isEqualTo("nodes_not_told");
            here.tokenEndpoint().request(after).expect(200);
            here.tokenEndpoint().request(rotated).expect(401);
            here.tokenEndpoint().request(disabled).expect(401);
        } finally {
            node.goOn();
        }

        Await.seen(
                "that the other node was told",
                () -> Change.refuses(there, disabled) && Change.refuses(there, rotated) && Change.admits(there, after)
                        ? Optional.of(true)
                        : Optional.empty());
    }
}
