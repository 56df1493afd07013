package io.apicredentials.keycloak.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.naming.NamingException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

final class DatabaseFailureTest {

    @ParameterizedTest
    @MethodSource
    void sayThatItCannotBeReached(Throwable thrown) {
        assertThat(DatabaseFailure.isUnreachable(thrown)).isTrue();
    }

    static Stream<Throwable> sayThatItCannotBeReached() {
        return Stream.of(
                new PersistenceException(new SQLException("terminating connection", "57P01")),
                new PersistenceException(new SQLException("the database system is starting up", "57P03")),
                new ModelException("Database operation failed", new SQLException("refused", "08001")),
                new ModelException("Database operation failed", new EOFException()),
                new GenericJDBCException(
                        "Unable to acquire JDBC Connection [Sorry, acquisition timeout!]", new SQLException("late")));
    }

    @ParameterizedTest
    @MethodSource
    void areFaultsOfARequestOrAProgram(Throwable thrown) {
        assertThat(DatabaseFailure.isUnreachable(thrown)).isFalse();
    }

    static Stream<Throwable> areFaultsOfARequestOrAProgram() {
        return Stream.of(
                new ModelDuplicateException("exists", new SQLException("duplicate key", "23505")),
                new PersistenceException(new SQLException("no such table", "42P01")),
                new PersistenceException(new SQLException("statement cancelled", "57014")),
                new ModelException("without a cause"),
                new ModelException("LDAP does not answer", new IOException(new ConnectException())),
                new ModelException("Querying of LDAP failed", ldap()));
    }

    private static NamingException ldap() {
        NamingException naming = new NamingException("connection refused");
        naming.setRootCause(new ConnectException());
        return naming;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/demo/protocol/openid-connect/token",
                "/realms/demo/protocol/openid-connect/token/introspect",
                "/realms/demo/protocol/openid-connect/revoke",
                "/admin/realms/demo/api-credentials",
                "/admin/realms/demo/api-credentials/1/secrets",
                "/realms/demo/api-credential-delivery/token"
            })
    void concernEndpointsOfCredentials(String path) {
        assertThat(Endpoints.concern(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/demo/protocol/openid-connect/auth",
                "/admin/realms/demo/clients",
                "/admin/realms/demo/api-credentials-of-others",
                "/realms/token"
            })
    void leaveOtherEndpointsAsTheyAre(String path) {
        assertThat(Endpoints.concern(path)).isFalse();
    }
}
