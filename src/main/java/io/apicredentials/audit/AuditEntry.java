package io.apicredentials.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was done, before it has its place in the chain of its realm.
 *
 * @param at in milliseconds
 * @param realm the id of the realm
 * @param credential the id of the credential; empty for what holds for all of a realm
 * @param operation such as {@code update}
 * @param reason why, if anybody said so
 * @param details what else is known, as canonical JSON
 * @param before what it was before, as canonical JSON; empty when there was nothing
 * @param after what it was afterwards, as canonical JSON; empty when there is nothing
 */
public record AuditEntry(
        Instant at,
        String realm,
        Optional<String> credential,
        String operation,
        Author author,
        Optional<String> reason,
        Optional<String> details,
        Optional<String> before,
        Optional<String> after) {

    /** All that its digest covers. */
    Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        content.put("at", at.toEpochMilli());
        content.put("realm", realm);
        content.put("operation", operation);
        content.put("kind", author.kind());
        content.put("way", author.way());
        put(content, "credential", credential);
        put(content, "userRealm", author.realm());
        put(content, "userId", author.id());
        put(content, "userName", author.name());
        put(content, "client", author.client());
        put(content, "address", author.address());
        put(content, "reason", reason);
        put(content, "details", details);
        put(content, "before", before);
        put(content, "after", after);
        return content;
    }

    private static void put(Map<String, Object> content, String name, Optional<String> value) {
        value.ifPresent(text -> content.put(name, text));
    }
}
