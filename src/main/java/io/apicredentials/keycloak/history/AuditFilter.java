package io.apicredentials.keycloak.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are asked for; what is empty does not narrow.
 *
 * @param from the first instant
 * @param to the first instant that does not belong to them
 * @param credential the id of a credential
 * @param actor the id of a user, the name of a user of the named realms, or a kind of author such as {@code server}
 * @param operations the names of some; empty for all
 * @param namedRealms the ids of the realms whose users are told, and found, by name: this one at least
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> credential,
        Optional<String> actor,
        List<String> operations,
        Set<String> namedRealms) {

    /**
     * Records of one credential.
     *
     * @param operations the names of some; empty for all
     * @param namedRealms the ids of the realms whose users are told by name
     */
    public static AuditFilter ofCredential(String id, List<String> operations, Set<String> namedRealms) {
        return new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty(), operations, namedRealms);
    }
}
