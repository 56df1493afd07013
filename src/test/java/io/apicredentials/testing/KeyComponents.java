package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The keys of a realm, each of which is a component in Keycloak. */
public record KeyComponents(AdminClient realm) {

    /** Preferred to those that a realm has from the start. */
    private static final String PREFERRED = "200";

    /**
     * Adds one that is preferred to the others.
     *
     * @param kind of Keycloak's, such as {@code ecdsa-generated}
     * @return its id
     */
    public String add(String kind, Map<String, String> settings) {
        ObjectNode component = JsonNodeFactory.instance
                .objectNode()
                .put("name", kind)
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("providerId", kind);
        ObjectNode config = component.putObject("config");
        config.putArray("priority").add(PREFERRED);
        settings.forEach((name, value) -> config.putArray(name).add(value));
        String location = realm.post("components", component)
                .expect(201)
                .header("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Adds a new one for ES256. */
    public String addEs256() {
        return add("ecdsa-generated", Map.of());
    }

    /**
     * Sets one of the settings.
     *
     * @param setting such as {@code active}
     */
    public void change(String id, String setting, String value) {
        ObjectNode component =
                (ObjectNode) realm.get("components/" + id).expect(200).json();
        component.withObject("/config").putArray(setting).add(value);
        realm.put("components/" + id, component).expect(204);
    }

    public void remove(String id) {
        realm.delete("components/" + id).expect(204);
    }
}
