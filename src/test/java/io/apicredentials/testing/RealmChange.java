package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the realm of a test class differs from the demo realm; a class with a constructor without parameters. */
public interface RealmChange {

    /** Changes the file before it is imported. */
    void apply(ObjectNode realm);

    /** The demo realm as it is. */
    final class None implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {}
    }

    /** The client of a realm file that has this client ID. */
    static ObjectNode client(ObjectNode realm, String clientId) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(clientId)) {
                return (ObjectNode) client;
            }
        }
        throw new IllegalArgumentException("no client " + clientId);
    }
}
