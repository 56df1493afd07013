package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A service account of a realm that has the role to approve. */
public final class ApprovingMachine {

    private static final ClientCredentials CLIENT = new ClientCredentials("", "machine", "machine-secret");
    private static final String MANAGEMENT = "realm-management";

    private final TestRealm realm;
    private final String userId;

    private ApprovingMachine(TestRealm realm, String userId) {
        this.realm = realm;
        this.userId = userId;
    }

    /** Adds it to a realm. */
    public static ApprovingMachine in(TestRealm realm) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", CLIENT.clientId())
                .put("secret", CLIENT.clientSecret())
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true);
        realm.admin().post("clients", client).expect(201);
        String account = realm.admin().firstId("users?username=service-account-machine");
        ApprovingMachine machine = new ApprovingMachine(realm, account);
        machine.give("approve-api-credentials");
        return machine;
    }

    /** Gives it another role for this realm. */
    public void give(String role) {
        String management = realm.admin().firstId("clients?clientId=" + MANAGEMENT);
        JsonNode found = realm.admin()
                .get("clients/" + management + "/roles/" + role)
                .expect(200)
                .json();
        realm.admin()
                .post("users/" + userId + "/role-mappings/clients/" + management, "[" + found + "]")
                .expect(204);
    }

    public String userId() {
        return userId;
    }

    /** Keycloak's admin REST API of the realm, as the service account. */
    public AdminClient admin() {
        return realm.admin().as(() -> realm.tokenEndpoint().request(CLIENT).accessToken());
    }

    /** What waits for approval, as the service account. */
    public ApprovalsApi approvals() {
        return new ApprovalsApi(admin());
    }
}
