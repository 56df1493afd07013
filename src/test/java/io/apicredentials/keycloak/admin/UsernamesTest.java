package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.testing.Stub;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

class UsernamesTest {

    private static final RealmModel REALM = Stub.of(RealmModel.class, Map.of("getId", "realm-id"));

    @Test
    void areThoseOfTheStore() {
        UserModel user = Stub.of(UserModel.class, Map.of("getUsername", "owner"));

        assertThat(usernames(Stub.of(UserProvider.class, Map.of("getUserById", user)))
                        .find(somebody()))
                .contains("owner");
    }

    @Test
    void areNotKnownWhileTheStoreFails() {
        UserProvider failing = Stub.of(UserProvider.class, Map.of());

        assertThat(usernames(failing).find(somebody())).isEmpty();
    }

    private static Usernames usernames(UserProvider users) {
        RealmProvider realms = Stub.of(RealmProvider.class, Map.of("getRealm", REALM));
        KeycloakSession session = Stub.of(KeycloakSession.class, Map.of("realms", realms, "users", users));
        AdminPermissionEvaluator nobody = Stub.of(AdminPermissionEvaluator.class, Map.of());
        return new Usernames(session, REALM, new CallerRights(REALM, nobody));
    }

    private static AuthDetails somebody() {
        AuthDetails somebody = new AuthDetails();
        somebody.setRealmId("realm-id");
        somebody.setUserId("f:directory:somebody");
        return somebody;
    }
}
