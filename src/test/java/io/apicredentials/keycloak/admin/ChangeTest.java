package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicredentials.keycloak.admin.ChangesRepresentation.Change;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.testing.Stub;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What of an admin event is told, whatever an event store makes of it. */
class ChangeTest {

    private static final Usernames NOBODY = nobody();

    @Test
    void hasTheSavedRepresentation() throws JsonProcessingException {
        assertThat(change("API_CREDENTIAL", "{\"id\":\"1\"}").representation())
                .isEqualTo(new ObjectMapper().readTree("{\"id\":\"1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"1", "{} {}", "null", "[]", "text"})
    void leavesOutARepresentationThatIsNoObject(String saved) {
        assertThat(change("API_CREDENTIAL", saved).representation()).isNull();
    }

    @Test
    void leavesOutTheRepresentationOfAClient() {
        assertThat(change("CLIENT", "{\"id\":\"1\"}").representation()).isNull();
    }

    @Test
    void leavesOutWhatWasNotSaved() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(change("API_CREDENTIAL", null)))
                .isEqualTo("{\"time\":\"1970-01-01T00:00:00.001Z\",\"operation\":\"UPDATE\","
                        + "\"resourcePath\":\"api-credentials/1\"}");
    }

    private static Usernames nobody() {
        RealmModel realm = Stub.of(RealmModel.class, Map.of());
        CallerRights rights = new CallerRights(realm, Stub.of(AdminPermissionEvaluator.class, Map.of()));
        return new Usernames(Stub.of(KeycloakSession.class, Map.of()), realm, rights);
    }

    private static Change change(String resourceType, @Nullable String saved) {
        AdminEvent event = new AdminEvent();
        event.setTime(1);
        event.setOperationType(OperationType.UPDATE);
        event.setResourceTypeAsString(resourceType);
        event.setResourcePath("api-credentials/1");
        event.setRepresentation(saved);
        return Change.of(event, NOBODY);
    }
}
