package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a secret in answers: never the secret, and no hash.
 *
 * @param environment for which it was made, null if none was set
 * @param expiresAt the first instant at which it is not accepted any more, null when it has no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecretRepresentation(
        String id,
        @Nullable String environment,
        @Nullable String createdAt,
        @Nullable String expiresAt) {

    /**
     * What is known of a secret.
     *
     * @param credentialCreatedAt the creation of the credential, and with it of its first secret; null if unknown
     */
    public static SecretRepresentation of(KnownSecret secret, @Nullable Instant credentialCreatedAt) {
        Instant createdAt = secret.createdAt().orElse(credentialCreatedAt);
        return new SecretRepresentation(
                secret.id(),
                secret.environment().map(Environment::word).orElse(null),
                createdAt == null ? null : createdAt.toString(),
                secret.endsAt().map(Instant::toString).orElse(null));
    }
}
