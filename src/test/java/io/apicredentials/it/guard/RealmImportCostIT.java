package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the credentials of a realm file cost, when there are many of them. */
@KeycloakTest
final class RealmImportCostIT {

    private final KeycloakServer server;
    private final ObjectNode credential;

    RealmImportCostIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        ClientCredentials issued = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = (ObjectNode)
                realm.admin().get("clients/" + issued.id()).expect(200).json();
        // As in a file that somebody writes.
        credential.remove(List.of("id", "defaultClientScopes", "optionalClientScopes"));
    }

    @Test
    void statementsThatTakeBackWhatKeycloakGivesAreAsManyForManyAsForFew() {
        create(1);

        List<String> few = create(4);
        List<String> many = create(8);

        for (String table : List.of("CLIENT_SCOPE_CLIENT", "USER_ROLE_MAPPING", "USER_GROUP_MEMBERSHIP")) {
            assertThat(many)
                    .filteredOn(statement -> statement.startsWith("delete from " + table))
                    .hasSameSizeAs(few.stream()
                            .filter(statement -> statement.startsWith("delete from " + table))
                            .toList());
        }
        for (String table : List.of("CLIENT_SCOPE_CLIENT", "USER_ROLE_MAPPING")) {
            assertThat(few).anyMatch(statement -> statement.startsWith("delete from " + table));
        }
        // Two thirds of them are Keycloak's, for any client with a service account.
        assertThat((many.size() - few.size()) / 4).isLessThan(100);
    }

    /**
     * Each query of a session looks through all that the session holds. If it held what it has made of each credential, the next one
     * would cost more than the one before; so each is read again, once.
     */
    @Test
    void whatIsMadeOfACredentialIsNotHeldUntilTheEnd() {
        create(1);

        long few = reads(create(4));
        long many = reads(create(8));

        assertThat(many - few).isEqualTo(4);
    }

    /** Reads of whole clients by their ids. */
    private static long reads(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.startsWith("select ce1_0.ID,ce1_0.ALWAYS_DISPLAY_IN_CONSOLE,")
                        && statement.contains(" from CLIENT ce1_0 where ce1_0.ID=?"))
                .count();
    }

    /** @return the statements of the import */
    private List<String> create(int many) {
        ObjectNode realm = JsonNodeFactory.instance
                .objectNode()
                .put("realm", "import-" + UUID.randomUUID())
                .put("enabled", true);
        ArrayNode clients = realm.putArray("clients");
        for (int number = 0; number < many; number++) {
            clients.add(credential.deepCopy().put("clientId", "apicred-" + UUID.randomUUID()));
        }
        try {
            return server.markLog()
                    .statementsOf(() -> server.admin().post("realms", realm).expect(201));
        } finally {
            server.admin().delete("realms/" + realm.path("realm").asText()).expect(204);
        }
    }
}
