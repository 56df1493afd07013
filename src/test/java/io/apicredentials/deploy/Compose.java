package io.apicredentials.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** What {@code deploy/compose.yaml} says. */
public final class Compose {

    private static final JsonNode FILE = Shipped.yaml("compose.yaml");

    private Compose() {}

    static JsonNode file() {
        return FILE;
    }

    static JsonNode service(String name) {
        return FILE.path("services").path(name);
    }

    /** What a Keycloak node is told. */
    public static Map<String, String> keycloakEnvironment() {
        Map<String, String> variables = new TreeMap<>();
        for (Entry<String, JsonNode> variable :
                service("keycloak-1").path("environment").properties()) {
            variables.put(variable.getKey(), variable.getValue().asText());
        }
        return variables;
    }

    /** The address of the proxy in the network of the nodes. */
    public static String proxyAddress() {
        return service("nginx").at("/networks/front/ipv4_address").asText();
    }

    /** The command of the health check, as it reaches the program in the container. */
    public static String healthCheck() {
        return service("keycloak-1").at("/healthcheck/test/3").asText().replace("$$", "$");
    }
}
