package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Permission sets for requests, each to be changed where a test wants something else. */
public final class SampleSets {

    private static final Path BUILT_IN = Path.of("src", "main", "resources", "permission-sets.json");

    private SampleSets() {}

    /** Those of a realm that has no own ones. */
    public static ArrayNode builtIn() {
        try {
            return (ArrayNode) Answer.parse(Files.readString(BUILT_IN));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One of another product: {@code trading}, with orders and accounts. */
    public static ArrayNode trading() {
        ArrayNode sets = JsonNodeFactory.instance.arrayNode();
        ObjectNode trading = sets.addObject()
                .put("type", "trading")
                .put("name", "Trading desk")
                .put("description", "Orders of a desk");
        grant(trading, "order", "create", "org", "desk");
        grant(trading, "order", "read", "org", "desk");
        grant(trading, "account", "read", "org");
        return sets;
    }

    /** Takes the credentials out of a copy of the demo realm. */
    public static void removeCredentials(ObjectNode realm) {
        ((ArrayNode) realm.path("clients"))
                .removeIf(client ->
                        client.path("clientAuthenticatorType").asText().equals("api-credential"));
    }

    /** Adds a line to the catalogue of a set. */
    public static void grant(ObjectNode set, String type, String action, String... scopes) {
        ObjectNode grant =
                set.withArray("catalogue").addObject().put("type", type).put("action", action);
        List.of(scopes).forEach(grant.withArray("scopes")::add);
    }
}
