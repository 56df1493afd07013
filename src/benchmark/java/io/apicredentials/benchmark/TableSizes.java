package io.apicredentials.benchmark;

import io.apicredentials.testing.PostgresServer;

/** How much is in tables of a PostgreSQL. */
record TableSizes(PostgresServer database) {

    /** The bytes of tables, with their indexes and with what is kept beside them. */
    long bytesOf(String... tables) {
        long bytes = 0;
        for (String table : tables) {
            bytes += number("select pg_total_relation_size('" + table + "')");
        }
        return bytes;
    }

    /** The number that a query comes to. */
    long number(String query) {
        return Long.parseLong(database.query(query).get(0));
    }
}
