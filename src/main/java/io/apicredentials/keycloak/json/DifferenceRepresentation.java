package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.Operation;
import io.apicredentials.network.IpAllowList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a request would change.
 *
 * @param fields all but addresses and permissions
 * @param addresses null where they stay as they are, as are the permissions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceRepresentation(
        List<Field> fields,
        @Nullable Addresses addresses,
        @Nullable Elements permissions) {

    private static final String ADDRESSES = "allowedIps";
    private static final String PERMISSIONS = "permissions";
    private static final Set<Operation> REPLACING = Set.of(Operation.CREATE, Operation.UPDATE, Operation.SETTINGS);

    /**
     * A field that becomes another.
     *
     * @param field with its parent before it, such as {@code owner.team}
     * @param before null where it was not there
     * @param after null where it goes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** Elements of a list that come and go. */
    public record Elements(List<JsonNode> added, List<JsonNode> removed) {}

    /**
     * Addresses and ranges that come and go.
     *
     * @param newlyAdmitted how many addresses are admitted that were not
     * @param noLongerAdmitted how many were that are not any more
     */
    public record Addresses(List<JsonNode> added, List<JsonNode> removed, long newlyAdmitted, long noLongerAdmitted) {}

    /** The difference. What is not named by a change that does not replace all stays as it is. */
    public static DifferenceRepresentation of(Operation operation, JsonNode base, JsonNode proposed) {
        boolean replaces = REPLACING.contains(operation);
        Map<String, JsonNode> before = replaces ? flat(base) : Map.of();
        Map<String, JsonNode> after = flat(proposed);
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Field> fields = names.stream()
                .filter(name -> !List.of(ADDRESSES, PERMISSIONS).contains(name))
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(name, before.get(name), after.get(name)))
                .toList();
        return new DifferenceRepresentation(
                fields,
                replaces ? addresses(base.path(ADDRESSES), proposed.path(ADDRESSES)) : null,
                replaces ? permissions(base.path(PERMISSIONS), proposed.path(PERMISSIONS)) : null);
    }

    private static Map<String, JsonNode> flat(JsonNode object) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                field.getValue()
                        .properties()
                        .forEach(inner -> flat.put(field.getKey() + "." + inner.getKey(), inner.getValue()));
            } else {
                flat.put(field.getKey(), field.getValue());
            }
        });
        return flat;
    }

    private static @Nullable Elements permissions(JsonNode before, JsonNode after) {
        Elements elements = elements(before, after);
        return elements.added.isEmpty() && elements.removed.isEmpty() ? null : elements;
    }

    private static Elements elements(JsonNode before, JsonNode after) {
        List<JsonNode> old = list(before);
        List<JsonNode> next = list(after);
        List<JsonNode> added = new ArrayList<>(next);
        added.removeAll(old);
        List<JsonNode> removed = new ArrayList<>(old);
        removed.removeAll(next);
        return new Elements(added, removed);
    }

    private static @Nullable Addresses addresses(JsonNode before, JsonNode after) {
        Elements elements = elements(before, after);
        if (elements.added.isEmpty() && elements.removed.isEmpty()) {
            return null;
        }
        Optional<IpAllowList> old = parsed(before);
        Optional<IpAllowList> next = parsed(after);
        return new Addresses(
                elements.added,
                elements.removed,
                next.map(list -> list.sizeBeyond(old)).orElse(0L),
                old.map(list -> list.sizeBeyond(next)).orElse(0L));
    }

    private static Optional<IpAllowList> parsed(JsonNode entries) {
        return entries.isArray()
                ? IpAllowList.parse(list(entries).stream().map(JsonNode::asText).toList(), problem -> {})
                : Optional.empty();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
