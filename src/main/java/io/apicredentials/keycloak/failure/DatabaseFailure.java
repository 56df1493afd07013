package io.apicredentials.keycloak.failure;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.services.error.KeycloakErrorHandler;
import org.keycloak.utils.MediaTypeMatcher;

/**
 * That the database cannot be reached. Keycloak answers 500 then, as for an error in its program; a caller gives up at
 * that, and tries again at 503.
 */
public final class DatabaseFailure {

    /** The class of SQL states for lost connections, and those of PostgreSQL for a server that ends or begins. */
    private static final Set<String> UNREACHABLE = Set.of("08", "57P01", "57P02", "57P03");

    /** Hibernate's, whatever the pool of connections says: such as that none was free in time. */
    private static final String NO_CONNECTION = "Unable to acquire JDBC Connection";

    /** Keycloak's, of the exceptions of its entity managers. */
    private static final String FAILED = "Database operation failed";

    private static final int MOST_CAUSES = 20;

    private static final Logger LOG = Logger.getLogger(DatabaseFailure.class);

    private DatabaseFailure() {}

    /** What is answered then. */
    public static Response answer() {
        return Unavailable.DATABASE.answer();
    }

    /** The answer to a request that ended with an exception of the database. */
    static Response answer(KeycloakSession session, RuntimeException thrown) {
        if (!Endpoints.concern(session.getContext().getUri().getPath()) || !isUnreachable(thrown)) {
            return KeycloakErrorHandler.getResponse(session, thrown);
        }
        if (MediaTypeMatcher.isHtmlRequest(session.getContext().getHttpRequest().getHttpHeaders())) {
            return Unavailable.DATABASE.page(KeycloakErrorHandler.getResponse(session, thrown));
        }
        DatabaseProbe.noteGone();
        session.getTransactionManager().setRollbackOnly();
        LOG.warnf("The database cannot be reached: %s", thrown);
        return answer();
    }

    /** Whether an exception says so. */
    public static boolean isUnreachable(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, DatabaseFailure::cause)
                .limit(MOST_CAUSES)
                .anyMatch(DatabaseFailure::saysSo);
    }

    private static @Nullable Throwable cause(@Nullable Throwable thrown) {
        return thrown == null ? null : thrown.getCause();
    }

    private static boolean saysSo(@Nullable Throwable thrown) {
        if (thrown == null) {
            return false;
        }
        boolean isLost = thrown instanceof JDBCConnectionException
                || thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLNonTransientConnectionException
                || (thrown.getCause() instanceof IOException && isOfDatabase(thrown));
        return isLost || hasState(thrown) || String.valueOf(thrown.getMessage()).startsWith(NO_CONNECTION);
    }

    /** Other parties have connections too, such as LDAP. Keycloak takes some causes out of others, and gives these a text. */
    private static boolean isOfDatabase(Throwable thrown) {
        return thrown instanceof SQLException
                || thrown instanceof PersistenceException
                || (thrown instanceof ModelException && FAILED.equals(thrown.getMessage()));
    }

    private static boolean hasState(Throwable cause) {
        return cause instanceof SQLException sql
                && UNREACHABLE.stream()
                        .anyMatch(state -> String.valueOf(sql.getSQLState()).startsWith(state));
    }
}
