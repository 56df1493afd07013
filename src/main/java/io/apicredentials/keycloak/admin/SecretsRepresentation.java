package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.SecretUses;
import io.apicredentials.keycloak.json.SecretRepresentation;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The secrets of a credential and their uses, in answers.
 *
 * @param recorded whether a use that happens now would be told, for at least a week
 * @param secrets newest first
 */
record SecretsRepresentation(boolean recorded, List<Secret> secrets) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    /** How far back the last use is looked for: for a secret without any, all events since then are read. */
    private static final Duration REACH = Duration.ofDays(90);

    /**
     * One of them.
     *
     * @param inForce whether it is accepted at present
     * @param lastUsedAt its last accepted use of the last 90 days that is saved, null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Secret(
            @JsonUnwrapped SecretRepresentation secret,
            boolean inForce,
            @Nullable String lastUsedAt,
            @Nullable String lastUsedFrom,
            long usesInLastDay,
            long usesInLastWeek) {

        static Secret of(
                KnownSecret secret,
                @Nullable Instant createdAt,
                Optional<Environment> environment,
                SecretUses uses,
                Instant now) {
            Optional<SecretUses.Use> last = uses.last(secret.id(), now.minus(REACH));
            return new Secret(
                    SecretRepresentation.of(secret, createdAt),
                    secret.isInForce(now) && !Environment.differ(environment, secret.environment()),
                    last.map(use -> use.time().toString()).orElse(null),
                    last.map(SecretUses.Use::address)
                            .filter(address -> !address.isEmpty())
                            .orElse(null),
                    uses.count(secret.id(), now.minus(DAY)),
                    uses.count(secret.id(), now.minus(WEEK)));
        }
    }

    static SecretsRepresentation of(ClientModel client, SecretUses uses, Instant now) {
        Optional<Environment> environment = new RealmSettings(client.getRealm()).environment();
        StoredCredential credential = StoredCredential.of(client);
        List<Secret> secrets = credential
                .secrets()
                .map(known -> known.list().stream()
                        .map(secret -> Secret.of(secret, credential.createdAt(), environment, uses, now))
                        .toList())
                .orElse(List.of());
        return new SecretsRepresentation(uses.areKeptFor(WEEK), secrets);
    }
}
