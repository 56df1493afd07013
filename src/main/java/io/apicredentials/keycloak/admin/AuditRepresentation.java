package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.history.AuditHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Audit records in answers: flat, with the names of the Elastic Common Schema where it has them.
 *
 * @param recorded whether a change that is made now is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditRepresentation(boolean recorded, List<Map<String, Object>> records) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String OWN = "api_credential.";
    private static final String SCHEMA = "8.17.0";

    /** The names of all fields, in their order. */
    static final List<String> NAMES = List.of(
            "@timestamp",
            "ecs.version",
            "event.kind",
            "event.category",
            "event.type",
            "event.action",
            "event.sequence",
            "event.reason",
            "event.hash",
            "user.id",
            "user.name",
            "source.ip",
            OWN + "realm_id",
            OWN + "id",
            OWN + "actor",
            OWN + "actor_realm_id",
            OWN + "actor_client",
            OWN + "way",
            OWN + "details",
            OWN + "before",
            OWN + "after",
            OWN + "previous_hash");

    static AuditRepresentation of(AuditHistory history, AuditFilter filter, Page page) {
        boolean isRecorded = history.isRecorded();
        List<AuditRecord> records = isRecorded ? history.list(filter, page.first(), page.max()) : List.of();
        return new AuditRepresentation(
                isRecorded,
                records.stream()
                        .map(record -> fields(record, filter.namedRealms()))
                        .toList());
    }

    /**
     * The fields of a record, in their order.
     *
     * @param namedRealms the ids of the realms whose users are told by name
     */
    static Map<String, Object> fields(AuditRecord record, Set<String> namedRealms) {
        AuditEntry entry = record.entry();
        Author author = entry.author();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("@timestamp", entry.at().toString());
        fields.put("ecs.version", SCHEMA);
        fields.put("event.kind", "event");
        fields.put("event.category", List.of("configuration"));
        fields.put("event.type", List.of(type(entry.operation())));
        fields.put("event.action", entry.operation());
        fields.put("event.sequence", record.sequence());
        put(fields, "event.reason", entry.reason());
        fields.put("event.hash", record.digest());
        put(fields, "user.id", author.id());
        put(fields, "user.name", author.realm().filter(namedRealms::contains).flatMap(any -> author.name()));
        put(fields, "source.ip", author.address());
        fields.put(OWN + "realm_id", entry.realm());
        put(fields, OWN + "id", entry.credential());
        fields.put(OWN + "actor", author.kind());
        put(fields, OWN + "actor_realm_id", author.realm());
        put(fields, OWN + "actor_client", author.client());
        fields.put(OWN + "way", author.way());
        putJson(fields, OWN + "details", entry.details());
        putJson(fields, OWN + "before", entry.before());
        putJson(fields, OWN + "after", entry.after());
        fields.put(OWN + "previous_hash", record.previous());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> text) {
        text.ifPresent(value -> fields.put(name, value));
    }

    /** What somebody has made of it may be no JSON any more. */
    private static void putJson(Map<String, Object> fields, String name, Optional<String> text) {
        text.ifPresent(value -> {
            try {
                fields.put(name, JSON.readTree(value));
            } catch (JsonProcessingException changed) {
                fields.put(name, value);
            }
        });
    }

    private static String type(String operation) {
        return AuditOperation.parse(operation)
                .map(known -> switch (known) {
                    case CREATE -> "creation";
                    case DELETE -> "deletion";
                    case REQUEST, APPROVE, REJECT, WITHDRAW, TIME_OUT -> "info";
                    default -> "change";
                })
                .orElse("info");
    }
}
