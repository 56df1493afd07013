package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a creation costs the database. */
@KeycloakTest
final class CreationCostIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    CreationCostIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Keycloak's own way to a client would give it each default scope of the realm, which has to be taken away again. */
    @Test
    void isAFewStatementsBesideOneForEachAttribute() {
        create();
        LogMark log = server.markLog();

        create();

        List<String> statements = log.sqlStatements().stream()
                .filter(line -> line.contains("(executor-thread-"))
                .map(line -> line.replaceFirst("^.*\\(executor-thread-\\d+\\) ", ""))
                .toList();
        assertThat(statements).noneMatch(statement -> statement.startsWith("delete"));
        // Nothing of the realm that is in the cache, and nothing of a client that was not there before.
        assertThat(statements).noneMatch(statement -> statement.contains(" from CLIENT_SCOPE"));
        assertThat(statements)
                .filteredOn(statement -> !statement.startsWith("insert into CLIENT_ATTRIBUTES"))
                .hasSizeBetween(8, 11);
    }

    private void create() {
        realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }
}
