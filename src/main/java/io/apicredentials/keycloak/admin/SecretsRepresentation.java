package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.SecretUse;
import io.apicredentials.keycloak.json.SecretRepresentation;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The secrets of a credential and their uses, in answers.
 *
 * @param recorded whether a use that happens now would be told
 * @param secrets newest first
 */
record SecretsRepresentation(boolean recorded, List<Secret> secrets) {

    /**
     * One of them.
     *
     * @param inForce whether it is accepted at present
     * @param lastUsedAt its last accepted use, null when there is none
     * @param lastUsedFrom where that came from, null when that is not known or one of very many
     * @param usesInLastDay in the present hour and the 23 before it
     * @param usesInLastWeek in the present hour and the 167 before it
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
                Optional<SecretUse> use,
                Instant now) {
            return new Secret(
                    SecretRepresentation.of(secret, createdAt),
                    secret.isInForce(now) && !Environment.differ(environment, secret.environment()),
                    use.map(SecretUse::last).map(Instant::toString).orElse(null),
                    use.map(SecretUse::address)
                            .filter(address -> PeerAddress.parse(address).isPresent())
                            .orElse(null),
                    use.map(SecretUse::inLastDay).orElse(0L),
                    use.map(SecretUse::inLastWeek).orElse(0L));
        }
    }

    static SecretsRepresentation of(ClientModel client, CountedUses uses, Instant now) {
        Optional<Environment> environment = new RealmSettings(client.getRealm()).environment();
        StoredCredential credential = StoredCredential.of(client);
        List<KnownSecret> known = credential.secrets().map(KnownSecrets::list).orElse(List.of());
        Map<String, SecretUse> used = uses.ofSecrets(
                        client.getId(), known.stream().map(KnownSecret::id).toList(), now)
                .orElse(Map.of());
        List<Secret> secrets = known.stream()
                .map(secret -> Secret.of(
                        secret, credential.createdAt(), environment, Optional.ofNullable(used.get(secret.id())), now))
                .toList();
        return new SecretsRepresentation(uses.areCounted(), secrets);
    }
}
