package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Keycloak's fine-grained admin permissions (version 2) of a realm: who may administer what without a role. */
public final class AdminPermissions {

    private final AdminClient policies;

    public AdminPermissions(TestRealm realm) {
        String client = realm.admin().firstId("clients?clientId=admin-permissions");
        this.policies = realm.admin().below("clients/" + client + "/authz/resource-server");
    }

    /** Switches them on: that is done for each realm. */
    public static final class Enabled implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("adminPermissionsEnabled", true);
        }
    }

    /**
     * Lets somebody view and manage; of several permissions for the same, Keycloak wants all to agree.
     *
     * @param kind "user" or "client", of which {@code subject} is the id
     * @param resources the ids of those of the type that may be managed; none for all
     * @return the id of the permission
     */
    public String letManage(String kind, String subject, String resourceType, List<String> resources) {
        ObjectNode policy = named();
        policy.putArray(kind + "s").add(subject);
        ObjectNode permission = named().put("resourceType", resourceType);
        if (!resources.isEmpty()) {
            resources.forEach(permission.putArray("resources")::add);
        }
        permission.putArray("scopes").add("view").add("manage");
        permission.putArray("policies").add(create("policy/" + kind, policy));
        return create("permission/scope", permission);
    }

    public void remove(String permission) {
        policies.delete("policy/" + permission).expect(204);
    }

    private String create(String path, ObjectNode content) {
        return policies.post(path, content).expect(201).json().path("id").asText();
    }

    private static ObjectNode named() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", UUID.randomUUID().toString());
    }
}
