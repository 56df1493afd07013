package io.apicredentials.keycloak.failure;

import io.apicredentials.keycloak.client.DatabaseConnection;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/** Asks the database whether it is there, where nothing else says why a request has failed. */
final class DatabaseProbe {

    /** A request that failed may be asked about when the database is back already. */
    private static final Duration LATELY = Duration.ofSeconds(30);

    private static volatile long lastGone = System.nanoTime() - LATELY.toNanos();

    private DatabaseProbe() {}

    /** Whether it is not, or was not a moment ago. */
    static boolean isGone(KeycloakSession session) {
        if (!answers(session)) {
            noteGone();
        }
        return System.nanoTime() - lastGone < LATELY.toNanos();
    }

    /** It has just been seen to be gone. */
    static void noteGone() {
        lastGone = System.nanoTime();
    }

    private static boolean answers(KeycloakSession session) {
        try {
            return DatabaseConnection.isValid(session);
        } catch (RuntimeException thrown) {
            return !DatabaseFailure.isUnreachable(thrown);
        }
    }
}
