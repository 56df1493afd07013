package io.apicredentials.keycloak.client;

import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whether the database is there. */
public final class DatabaseConnection {

    private static final int SECONDS = 2;

    private DatabaseConnection() {}

    /**
     * Asks it by a connection of the pool, in a transaction apart.
     *
     * @throws RuntimeException of Hibernate or Keycloak, when there is no connection
     */
    public static boolean isValid(KeycloakSession session) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                asking -> asking.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .unwrap(Session.class)
                        .doReturningWork(connection -> connection.isValid(SECONDS)));
    }
}
