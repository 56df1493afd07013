package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ApprovingMachine;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many others may decide on what an administrator asks for. */
@KeycloakTest(realm = ApproversIT.WithApproval.class)
final class ApproversIT {

    private static final String MANAGEMENT = "realm-management";
    private static final String ROLE = "approve-api-credentials";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final Others others;

    ApproversIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.others = Others.in(realm);
    }

    /** Rotations wait, and Keycloak's permissions are on, by which the administrator sees no users. */
    static final class WithApproval implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            realm.put("adminPermissionsEnabled", true);
            realm.withObject("/attributes").put("api.credential.approval.operations", "rotate");
        }
    }

    /** A way in which a user can come to the role. */
    private enum Way {
        DIRECTLY {
            @Override
            void give(AdminClient realm, NewUser user) {
                user.give(MANAGEMENT, ROLE);
            }
        },
        AS_ADMINISTRATOR_OF_THE_REALM {
            @Override
            void give(AdminClient realm, NewUser user) {
                user.give(MANAGEMENT, "realm-admin");
            }
        },
        BY_A_COMPOSITE_OF_A_COMPOSITE {
            @Override
            void give(AdminClient realm, NewUser user) {
                String inner = newRole(realm, role(realm));
                String outer =
                        newRole(realm, realm.get("roles/" + inner).expect(200).json());
                realm.post(
                                "users/" + user.id() + "/role-mappings/realm",
                                array(realm.get("roles/" + outer).expect(200).json()))
                        .expect(204);
            }
        },
        BY_A_GROUP {
            @Override
            void give(AdminClient realm, NewUser user) {
                join(realm, user, newGroup(realm));
            }
        },
        BY_A_GROUP_BELOW {
            @Override
            void give(AdminClient realm, NewUser user) {
                JsonNode below = realm.post("groups/" + newGroup(realm) + "/children", named("below"))
                        .expect(201)
                        .json();
                join(realm, user, below.path("id").asText());
            }
        };

        abstract void give(AdminClient realm, NewUser user);

        private static String newRole(AdminClient realm, JsonNode included) {
            String name = "role-" + UUID.randomUUID();
            realm.post("roles", JsonNodeFactory.instance.objectNode().put("name", name))
                    .expect(201);
            realm.post("roles/" + name + "/composites", array(included)).expect(204);
            return name;
        }

        private static String newGroup(AdminClient realm) {
            ObjectNode group = named("group");
            realm.post("groups", group).expect(201);
            String id = realm.firstId(
                    "groups?exact=true&search=" + group.path("name").asText());
            realm.post("groups/" + id + "/role-mappings/clients/" + management(realm), array(role(realm)))
                    .expect(204);
            return id;
        }

        private static void join(AdminClient realm, NewUser user, String group) {
            realm.send("PUT", "users/" + user.id() + "/groups/" + group, null).expect(204);
        }
    }

    @Test
    void countsTheUsersOfTheRealmAndTheAdministratorOfTheServer() {
        assertThat(others()).as("owner, approver and admin").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void countsAUserInWhateverWayTheRoleIsGiven(Way way) {
        int before = others();
        try (NewUser user = newUser()) {
            way.give(realm.admin(), user);

            assertThat(others()).isEqualTo(before + 1);

            user.give(MANAGEMENT, ROLE);

            assertThat(others()).as("given twice").isEqualTo(before + 1);
        }
        assertThat(others()).isEqualTo(before);
    }

    @Test
    void countsAUserOfTheMasterRealmWithTheRoleForThisRealmOnly() {
        int before = others();
        try (NewUser user = NewUser.in(server.admin().below("realms/master"), "approver-" + UUID.randomUUID());
                TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            user.give(other.name() + "-realm", ROLE);

            assertThat(others()).isEqualTo(before);

            user.give(realm.name() + "-realm", ROLE);

            assertThat(others()).isEqualTo(before + 1);
        }
    }

    @Test
    void doesNotCountADisabledUser() {
        int before = others();
        try (NewUser user = newUser()) {
            user.give(MANAGEMENT, ROLE);
            realm.admin()
                    .put(
                            "users/" + user.id(),
                            JsonNodeFactory.instance.objectNode().put("enabled", false))
                    .expect(204);

            assertThat(others()).isEqualTo(before);
        }
    }

    @Test
    void doesNotCountAUserWhoseRoleIsTakenAway() {
        int before = others();
        try (NewUser user = newUser()) {
            user.give(MANAGEMENT, ROLE);
            user.take(MANAGEMENT, ROLE);

            assertThat(others()).isEqualTo(before);
        }
    }

    @Test
    void doesNotCountServiceAccountsUnlessTheRealmSaysSo() {
        RealmChange saysSo = content -> content.withObject("/attributes")
                .put("api.credential.approval.operations", "rotate")
                .put("api.credential.approval.service-accounts", "true");
        try (TestRealm people = TestRealm.create(server, new WithApproval());
                TestRealm accountsToo = TestRealm.create(server, saysSo)) {
            ApprovingMachine.in(people);
            ApprovingMachine.in(accountsToo);

            assertThat(Others.in(people).count()).isEqualTo(3);
            assertThat(Others.in(accountsToo).count()).isEqualTo(4);
        }
    }

    private int others() {
        return others.count();
    }

    private NewUser newUser() {
        return NewUser.in(realm.admin(), "user-" + UUID.randomUUID());
    }

    private static JsonNode role(AdminClient realm) {
        return realm.get("clients/" + management(realm) + "/roles/" + ROLE)
                .expect(200)
                .json();
    }

    private static String management(AdminClient realm) {
        return realm.firstId("clients?clientId=" + MANAGEMENT);
    }

    private static ObjectNode named(String prefix) {
        return JsonNodeFactory.instance.objectNode().put("name", prefix + "-" + UUID.randomUUID());
    }

    private static JsonNode array(JsonNode element) {
        return JsonNodeFactory.instance.arrayNode().add(element);
    }
}
