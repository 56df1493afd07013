package io.apicredentials.it.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.RealmChange;
import java.util.UUID;

/**
 * A request of the administrator about a credential of the demo realm that nobody decided in time, which the realm brings
 * along: a request waits for five minutes at least.
 */
final class TimedOutRequest implements RealmChange {

    /** The credential. */
    static final String NAME = "Balance reader";

    static final String REASON = "The office moves in January.";

    @Override
    public void apply(ObjectNode realm) {
        String administrator = UUID.randomUUID().toString();
        named(realm, "users", "username", "administrator").put("id", administrator);
        String credential = UUID.randomUUID().toString();
        named(realm, "clients", "name", NAME)
                .put("id", credential)
                .withObject("/attributes")
                .put("api.credential.request", request(credential, administrator));
    }

    private static String request(String credential, String requester) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("id", credential + ".00000001")
                .put("operation", "update")
                .put("digest", "sha256:" + "0".repeat(64))
                .put("requestedBy", requester)
                .put("reason", REASON)
                .put("requestedAt", "2026-01-01T10:00:00Z")
                .put("expiresAt", "2026-01-01T11:00:00Z")
                .put("required", 1);
        request.putArray("votes");
        request.set("base", content("127.0.0.0/8"));
        request.set("proposed", content("10.0.0.0/16"));
        return request.toString();
    }

    private static ObjectNode content(String addresses) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("name", NAME);
        content.putArray("allowedIps").add(addresses);
        content.putArray("permissions")
                .addObject()
                .put("type", "balances")
                .put("action", "read")
                .put("scope", "vault")
                .put("resource", "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11");
        return content;
    }

    private static ObjectNode named(ObjectNode realm, String list, String field, String value) {
        for (JsonNode each : realm.withArray(list)) {
            if (each.path(field).asText().equals(value)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError("the demo realm has no " + value);
    }
}
