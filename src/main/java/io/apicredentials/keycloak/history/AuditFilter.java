package io.apicredentials.keycloak.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which records are asked for; what is empty does not narrow.
 *
 * @param from the first instant
 * @param to the first instant that does not belong to them
 * @param credential the id of a credential
 * @param actor the id or the name of a user, or a kind of author such as {@code server}
 * @param operations the names of some; empty for all
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> credential,
        Optional<String> actor,
        List<String> operations) {

    /**
     * Records of one credential.
     *
     * @param operations the names of some; empty for all
     */
    public static AuditFilter ofCredential(String id, List<String> operations) {
        return new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty(), operations);
    }
}
