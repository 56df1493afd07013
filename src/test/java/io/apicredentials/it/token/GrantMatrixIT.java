package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MatrixDocument;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every way to use a client, tried by a credential as it is and by one that is opened as far as an administrator could
 * open it. The guard refuses to open one; on this server it is off, so that the other two layers must hold alone.
 */
@KeycloakTest(realm = MatrixRealm.class, server = UnguardedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrantMatrixIT {

    private final GrantMatrix matrix;

    GrantMatrixIT(TestRealm realm) {
        matrix = GrantMatrix.of(realm);
    }

    @Test
    void everyWayIsOpenToAnOrdinaryClient() {
        assertThat(matrix.of(ClientState.ORDINARY)).isNotEmpty().allMatch(Outcome::succeeded);
    }

    @Test
    void onlyTheClientCredentialsGrantAndRevocationAreOpenToACredential() {
        assertThat(matrix.of(ClientState.CREDENTIAL))
                .isNotEmpty()
                .allMatch(outcome -> outcome.succeeded() == outcome.way().credentials());
    }

    @Test
    void switchesOpenNothingMore() {
        assertThat(matrix.of(ClientState.OPENED).filter(Outcome::succeeded))
                .extracting(outcome -> outcome.way().name())
                .containsExactly("client credentials", "endpoint: revocation");
    }

    @Test
    void noWayYieldsATokenWithAnotherAuthenticator() {
        assertThat(matrix.all().filter(outcome -> !outcome.state().isUsable()))
                .isNotEmpty()
                .noneMatch(Outcome::isToken);
    }

    @Test
    void everyRefusalOfOursLooksTheSameAndTellsTheEventItsReason() {
        assertThat(matrix.all().filter(Outcome::isRefusedByUs)).isNotEmpty().allMatch(Outcome::isGeneric);
    }

    @Test
    void theDocumentationShowsThisTable() throws IOException {
        MatrixDocument.check(GrantMatrixIT.class, matrix.table());
    }
}
