package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.PostgresServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the guide about backups, with the database of a server that runs. */
abstract class BackupGuide {

    private static final Pattern EQUAL_COUNTS = Pattern.compile("(?m)^(client|api_credential_audit) (\\d+) \\2$");

    private final PostgresServer database;
    private final ClientCredentials credential;

    BackupGuide(PostgresServer database, ClientCredentials credential) {
        this.database = database;
        this.credential = credential;
    }

    @Test
    void theTablesAreSavedAndRestoredAsTheGuideTellsIt() {
        Tool.of("pg_dump");
        String output;
        try {
            output = new Guide("backup-and-restore.md")
                    .run(commands -> commands.replace(
                            "postgresql://keycloak@localhost/keycloak",
                            database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://postgres@")));
            assertThat(database.query("select 1 from api_credential_audit where credential_id = ?", credential.id()))
                    .isNotEmpty();
        } finally {
            database.execute("drop database if exists restored");
        }

        assertThat(EQUAL_COUNTS.matcher(output).results()).hasSize(2);
        assertThat(output).endsWith("\nt\n");
    }
}
