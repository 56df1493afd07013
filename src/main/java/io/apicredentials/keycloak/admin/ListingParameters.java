package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.store.CredentialQuery.Filter;
import io.apicredentials.permission.PermissionCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a listing. They are read as text, since a number that JAX-RS cannot read is answered 404.
 *
 * @param first how many to skip
 * @param max how many to return, 1 to 100
 */
record ListingParameters(Filter filter, int first, int max) {

    private static final List<String> KNOWN = List.of("first", "max", "search", "permissionSet", "enabled");
    private static final int DEFAULT_MAX = 20;
    private static final int LARGEST_MAX = 100;

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static ListingParameters read(MultivaluedMap<String, String> query, PermissionCatalogue catalogue) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> given.put(name, values.get(0)));
        Problems problems = new Problems(given);
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(
                        name, "There is no such parameter; the parameters are " + String.join(", ", KNOWN) + "."));

        String permissionSet = query.getFirst("permissionSet");
        if (permissionSet != null && catalogue.find(permissionSet).isEmpty()) {
            problems.add(
                    "permissionSet",
                    "There is no such permission set; choose one of: " + String.join(", ", catalogue.types()) + ".");
        }
        String enabled = query.getFirst("enabled");
        if (enabled != null && !enabled.equals("true") && !enabled.equals("false")) {
            problems.add("enabled", "It is neither true nor false; write one of them or leave it out.");
        }
        int first = number(query.getFirst("first"), "first", 0, 0, Integer.MAX_VALUE, problems);
        int max = number(query.getFirst("max"), "max", DEFAULT_MAX, 1, LARGEST_MAX, problems);
        problems.refuseIfAny();

        Filter filter =
                new Filter(query.getFirst("search"), permissionSet, enabled == null ? null : Boolean.valueOf(enabled));
        return new ListingParameters(filter, first, max);
    }

    private static int number(
            @Nullable String text, String name, int absent, int smallest, int largest, Problems problems) {
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        problems.add(name, "It is no number that is allowed here; write one from " + smallest + " to " + largest + ".");
        return absent;
    }
}
