package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a realm has recorded, newest first. */
public final class Events {

    private final AdminClient realm;

    Events(AdminClient realm) {
        this.realm = realm;
    }

    /** The events of one client: its logins, and the refused ones. */
    public List<JsonNode> ofClient(String clientId) {
        return read("events?" + Fields.of("client", clientId).and("max", "1000").urlEncoded());
    }

    /** The newest event of one client. */
    public JsonNode newestOfClient(String clientId) {
        return ofClient(clientId).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event of client " + clientId));
    }

    /** The events of a resource type such as {@code API_CREDENTIAL} in the admin API. */
    public List<JsonNode> ofAdmins(String resourceType) {
        // Filtered here, because the admin API can filter by Keycloak's own resource types only.
        return read("admin-events?max=1000").stream()
                .filter(event -> event.path("resourceType").asText().equals(resourceType))
                .toList();
    }

    private List<JsonNode> read(String path) {
        return StreamSupport.stream(realm.get(path).expect(200).json().spliterator(), false)
                .toList();
    }
}
