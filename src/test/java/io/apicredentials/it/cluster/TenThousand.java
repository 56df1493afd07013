package io.apicredentials.it.cluster;

import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Nested;

/** Lists of ten thousand, each in a realm of its own. */
abstract class TenThousand {

    private final PostgresServer database;
    private final KeycloakServer server;

    TenThousand(PostgresServer database, KeycloakServer server) {
        this.database = database;
        this.server = server;
    }

    @Nested
    final class Queue extends LongQueue {

        Queue() {
            super(database, TestRealm.create(server, "queue-"));
        }
    }

    @Nested
    final class Listing extends LongList {

        Listing() {
            super(database, TestRealm.create(server, "list-"));
        }
    }
}
