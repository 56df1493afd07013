package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes Keycloak's right to look at events from everybody, so that nobody has more than a right on credentials. */
public final class WithoutViewEvents implements RealmChange {

    @Override
    public void apply(ObjectNode realm) {
        int taken = 0;
        for (JsonNode user : realm.path("users")) {
            if (user.at("/clientRoles/realm-management") instanceof ArrayNode roles) {
                int before = roles.size();
                taken += before
                        - roles.removeIf(role -> role.asText().equals("view-events"))
                                .size();
            }
        }
        if (taken == 0) {
            throw new IllegalArgumentException("nobody has that right");
        }
    }
}
