package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A user that a test adds to a realm. The password is the user name. Closing removes the user. */
public final class NewUser implements AutoCloseable {

    private final AdminClient realm;
    private final String name;
    private final String id;

    private NewUser(AdminClient realm, String name, String id) {
        this.realm = realm;
        this.name = name;
        this.id = id;
    }

    /**
     * Creates one without roles.
     *
     * @param realm Keycloak's admin REST API of the realm
     */
    public static NewUser in(AdminClient realm, String name) {
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("username", name)
                .put("email", name + "@example.org")
                .put("emailVerified", true)
                .put("firstName", name)
                .put("lastName", "Test")
                .put("enabled", true);
        user.withArray("credentials").addObject().put("type", "password").put("value", name);
        realm.post("users", user).expect(201);
        return new NewUser(realm, name, realm.firstId("users?exact=true&username=" + name));
    }

    public String id() {
        return id;
    }

    /** Gives a role of a client. */
    public void give(String clientId, String role) {
        changeRole("POST", clientId, role);
    }

    /** Takes a role of a client away. */
    public void take(String clientId, String role) {
        changeRole("DELETE", clientId, role);
    }

    /**
     * The log-in.
     *
     * @param realmUrl the address of the same realm
     * @param clientId a public client there that takes passwords
     */
    public PasswordLogin login(String realmUrl, String clientId) {
        return new PasswordLogin(realmUrl, clientId, name, name);
    }

    @Override
    public void close() {
        realm.delete("users/" + id).expect(204);
    }

    private void changeRole(String method, String clientId, String role) {
        String client = realm.firstId("clients?clientId=" + clientId);
        JsonNode found =
                realm.get("clients/" + client + "/roles/" + role).expect(200).json();
        realm.send(method, "users/" + id + "/role-mappings/clients/" + client, "[" + found + "]")
                .expect(204);
    }
}
