package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.testing.Stub;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

class EmergencyStopResourceTest {

    /** Whose commit fails, as all that it does. */
    private final KeycloakTransactionManager failing = Stub.of(KeycloakTransactionManager.class, Map.of());

    private final RealmModel realm = Stub.of(RealmModel.class, Map.of());

    /** A watch that nobody ends runs for as long as the server. */
    @Test
    @SuppressWarnings("NullAway") // It does not come to the order.
    void anAnswerIsNotWatchedWhereTheRequestCannotBeCommitted() {
        KeycloakSession session = Stub.of(KeycloakSession.class, Map.of("getTransactionManager", failing));
        EmergencyStopResource resource = new EmergencyStopResource(
                new ManageContext(session, realm, null, InstantSource.system()),
                new CallerRights(realm, Stub.of(AdminPermissionEvaluator.class, Map.of())));
        AtomicBoolean isWatched = new AtomicBoolean();

        assertThatThrownBy(() -> resource.stop(null, () -> {
                    isWatched.set(true);
                    return WatchedOutput.of(OutputStream.nullOutputStream(), () -> {});
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("commit");

        assertThat(isWatched).isFalse();
    }
}
