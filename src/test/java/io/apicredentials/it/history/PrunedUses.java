package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Await;
import io.apicredentials.testing.PostgresServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What servers remove of refused uses, each of which has 310 days to look at when it starts. */
abstract class PrunedUses {

    /** Hours of 310 days. */
    private static final int HOURS = 310 * 24;

    private final PostgresServer database;

    PrunedUses(PostgresServer database) {
        this.database = database;
    }

    @Test
    void refusedUsesAreRemovedAfterNinetyDays() {
        Await.seen(
                "no old refused uses",
                () -> Optional.of(
                                database.query("select outcome from api_credential_usage where credential_id = 'old'"))
                        .filter(List.of("accepted", "accepted")::equals));
    }

    /** The database counts how often the table was looked into, also by all the rest of the test. */
    @Test
    void hoursWithoutRefusedUsesCostNoStatementEach() {
        refusedUsesAreRemovedAfterNinetyDays();
        int looks = Integer.parseInt(
                database.query("select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_user_tables"
                                + " where relname = 'api_credential_usage'")
                        .get(0));
        assertThat(looks).isBetween(1, HOURS / 2);
    }
}
