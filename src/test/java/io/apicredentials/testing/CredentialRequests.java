package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies for {@link AdminApi#create}: valid as they are, and to be changed where a test wants something else. */
public final class CredentialRequests {

    private CredentialRequests() {}

    /** A credential of a permission set with the defaults of the set, for the addresses given. */
    public static ObjectNode of(String permissionSet, String... allowedIps) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("permissionSet", permissionSet)
                .put("name", "Test of " + permissionSet)
                .put("description", "Made by a test");
        for (String entry : allowedIps) {
            request.withArray("allowedIps").add(entry);
        }
        return request;
    }

    /** Adds a permission for every resource of its scope. */
    public static ObjectNode grant(ObjectNode request, String type, String action, String scope) {
        permission(request, type, action, scope);
        return request;
    }

    /** Adds a permission for one resource. */
    public static ObjectNode grant(ObjectNode request, String type, String action, String scope, String resource) {
        permission(request, type, action, scope).put("resource", resource);
        return request;
    }

    private static ObjectNode permission(ObjectNode request, String type, String action, String scope) {
        return request.withArray("permissions")
                .addObject()
                .put("type", type)
                .put("action", action)
                .put("scope", scope);
    }
}
