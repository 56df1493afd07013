package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** The reason in the newest event of one client; empty when that is no refusal. */
    public String refusalOf(String clientId) {
        return newestOfClient(clientId).at("/details/api_credential_refusal").asText();
    }

    /** From now on saves types too that Keycloak does not save unless told to, such as refused introspections. */
    public void saveAlso(String... types) {
        ObjectNode config = (ObjectNode) realm.get("events/config").expect(200).json();
        for (String type : types) {
            config.withArray("enabledEventTypes").add(type);
        }
        realm.put("events/config", config).expect(204);
    }

    /** The events of a resource type such as {@code API_CREDENTIAL} in the admin API. */
    public List<JsonNode> ofAdmins(String resourceType) {
        // Filtered here, because the admin API can filter by Keycloak's own resource types only.
        return read("admin-events?max=1000").stream()
                .filter(event -> event.path("resourceType").asText().equals(resourceType))
                .toList();
    }

    /** What administrators did with one API credential. */
    public List<JsonNode> ofCredential(String id) {
        return ofAdmins("API_CREDENTIAL").stream()
                .filter(event -> event.path("resourcePath").asText().startsWith("api-credentials/" + id))
                .toList();
    }

    /** What an admin event says the thing is like now. */
    public static JsonNode representation(JsonNode adminEvent) {
        return Answer.parse(adminEvent.path("representation").asText());
    }

    private List<JsonNode> read(String path) {
        return StreamSupport.stream(realm.get(path).expect(200).json().spliterator(), false)
                .toList();
    }
}
