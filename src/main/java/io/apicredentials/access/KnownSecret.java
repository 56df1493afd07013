package io.apicredentials.access;

import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A secret that a credential accepts.
 *
 * @param endsAt the first instant at which it is not accepted any more; empty when it has no end
 */
public record KnownSecret(SecretHash hash, Optional<Instant> endsAt) {

    /** Whether this is the presented secret, and in force at that instant. */
    boolean accepts(ClientSecret presented, Instant at) {
        return endsAt.map(at::isBefore).orElse(true) && hash.matches(presented);
    }
}
