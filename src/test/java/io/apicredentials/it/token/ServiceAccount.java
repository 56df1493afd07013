package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;

/** What an administrator can do with the service account of a client, and with the scope of its roles. */
final class ServiceAccount {

    private final AdminClient realm;
    private final AdminClient client;
    private final String id;

    ServiceAccount(TestRealm realm, ClientCredentials ofClient) {
        this.realm = realm.admin();
        this.client = this.realm.below("clients/" + clientId(ofClient.clientId()));
        this.id =
                client.get("service-account-user").expect(200).json().path("id").asText();
    }

    String id() {
        return id;
    }

    /** A client with a service account that is no credential, and has what Keycloak gives such a client. */
    static ClientCredentials ordinaryClient(TestRealm realm) {
        ClientCredentials ordinary = new ClientCredentials("", "ordinary-" + UUID.randomUUID(), "ordinary-secret");
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", ordinary.clientId())
                .put("secret", ordinary.clientSecret())
                .put("publicClient", false)
                .put("fullScopeAllowed", false)
                .put("serviceAccountsEnabled", true);
        realm.admin().post("clients", client).expect(201);
        return ordinary;
    }

    /** One of the roles that Keycloak has for administering a realm. */
    JsonNode adminRole(String name) {
        return realm.get("clients/" + clientId("realm-management") + "/roles/" + name)
                .expect(200)
                .json();
    }

    void grantDirectly(JsonNode role) {
        String container = role.path("clientRole").asBoolean()
                ? "clients/" + role.path("containerId").asText()
                : "realm";
        realm.post("users/" + id + "/role-mappings/" + container, "[" + role + "]")
                .expect(204);
    }

    /** Through the parent of a group that it is in. */
    void grantByGroup(JsonNode role) {
        String parent = newGroup("groups");
        String child = newGroup("groups/" + parent + "/children");
        String container = role.path("containerId").asText();
        realm.post("groups/" + parent + "/role-mappings/clients/" + container, "[" + role + "]")
                .expect(204);
        realm.send("PUT", "users/" + id + "/groups/" + child, "{}").expect(204);
    }

    /** Through a role that consists of others. */
    void grantByComposite(JsonNode role) {
        grantDirectly(composite(role));
    }

    /** Through the role that every new user of the realm has; a service account of Keycloak has it, one of ours has not. */
    void grantByDefaultRole(JsonNode role) {
        JsonNode defaultRole = realm.get("").expect(200).json().path("defaultRole");
        addTo(defaultRole, role);
        grantDirectly(defaultRole);
    }

    void scopeOfItsOwn(JsonNode role) {
        map(client, role);
    }

    /** By a client scope that is assigned to it, as a default or as an optional one. */
    void scopeByClientScope(JsonNode role, String kind) {
        String name = "admin-" + UUID.randomUUID();
        realm.post("client-scopes", "{\"name\":\"" + name + "\",\"protocol\":\"openid-connect\"}")
                .expect(201);
        String scope = realm.find("client-scopes", "name", name).path("id").asText();
        map(realm.below("client-scopes/" + scope), role);
        client.send("PUT", kind + "-client-scopes/" + scope, null).expect(204);
    }

    /** A realm role that has another as a part. */
    JsonNode composite(JsonNode role) {
        String name = "composite-" + UUID.randomUUID();
        realm.post("roles", "{\"name\":\"" + name + "\"}").expect(201);
        JsonNode composite = realm.get("roles/" + name).expect(200).json();
        addTo(composite, role);
        return composite;
    }

    private void addTo(JsonNode composite, JsonNode role) {
        realm.post("roles-by-id/" + composite.path("id").asText() + "/composites", "[" + role + "]")
                .expect(204);
    }

    private static void map(AdminClient container, JsonNode role) {
        String path = role.path("clientRole").asBoolean()
                ? "clients/" + role.path("containerId").asText()
                : "realm";
        container.post("scope-mappings/" + path, "[" + role + "]").expect(204);
    }

    private String newGroup(String path) {
        Answer created = realm.post(path, "{\"name\":\"group-" + UUID.randomUUID() + "\"}")
                .expect(201);
        String location = created.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String clientId(String name) {
        return realm.firstId("clients?clientId=" + name);
    }
}
