package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.AddressUses;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.SecretUse;
import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.suggestion.Narrowing;
import io.apicredentials.suggestion.NeedlessSecret;
import io.apicredentials.suggestion.RecordedAddress;
import io.apicredentials.suggestion.UnusedTime;
import io.apicredentials.usage.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the counted uses of a credential suggest, in answers.
 *
 * @param accepted how many accepted uses there were in the period
 * @param addresses from how many addresses they were
 * @param lastUsedAt the last accepted use, also before the period; null when there is none
 * @param unused whether it is certain that it was not used in the period
 * @param unusedDays for how many whole days it has certainly not been used; null when that is not known
 * @param allowedIps null when it was not used, or its list cannot be read
 * @param needlessSecrets those that can be ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionsRepresentation(
        PeriodRepresentation period,
        long accepted,
        long addresses,
        @Nullable String lastUsedAt,
        boolean unused,
        @Nullable Long unusedDays,
        @Nullable SuggestedListRepresentation allowedIps,
        List<OfSecret> needlessSecrets) {

    /** A secret that is accepted although nobody uses it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfSecret(String id, @Nullable String lastUsedAt) {}

    static SuggestionsRepresentation of(
            CountedUses uses, StoredCredential credential, RealmPolicy policy, Duration length, Instant now) {
        PeriodRepresentation period = PeriodRepresentation.of(uses, length, now);
        AddressUses accepted = uses.addresses(credential.id(), Set.of(Outcome.ACCEPTED), period.firstHour())
                .orElse(AddressUses.NONE);
        Optional<Instant> last =
                Optional.ofNullable(uses.last(List.of(credential.id())).get(credential.id()));
        boolean isNewer = Optional.ofNullable(credential.createdAt())
                .filter(created -> created.isAfter(now.minus(length)))
                .isPresent();
        return new SuggestionsRepresentation(
                period,
                accepted.uses(),
                accepted.addresses(),
                last.map(Instant::toString).orElse(null),
                accepted.uses() == 0 && period.complete() && !isNewer,
                UnusedTime.days(period.since(), last, Optional.ofNullable(credential.createdAt()), now)
                        .orElse(null),
                allowedIps(credential, accepted, policy),
                needlessSecrets(uses, credential, period, now));
    }

    private static @Nullable SuggestedListRepresentation allowedIps(
            StoredCredential credential, AddressUses accepted, RealmPolicy policy) {
        List<RecordedAddress> recorded = accepted.most().stream()
                .map(one -> new RecordedAddress(one.address(), one.uses()))
                .toList();
        long beyond = accepted.uses()
                - recorded.stream().mapToLong(RecordedAddress::uses).sum();
        return credential
                .content()
                .filter(content -> accepted.uses() > 0)
                .map(content -> SuggestedListRepresentation.of(
                        content.allowedIps(), Narrowing.of(recorded, beyond, content.allowedIps(), policy::allows)))
                .orElse(null);
    }

    private static List<OfSecret> needlessSecrets(
            CountedUses uses, StoredCredential credential, PeriodRepresentation period, Instant now) {
        Optional<KnownSecrets> secrets = credential.secrets();
        List<String> ids = secrets.map(KnownSecrets::list).orElse(List.of()).stream()
                .map(KnownSecret::id)
                .toList();
        Map<String, Instant> lastUses = new HashMap<>();
        Map<String, SecretUse> used =
                ids.size() > 1 ? uses.ofSecrets(credential.id(), ids, now).orElse(Map.of()) : Map.of();
        used.forEach((id, use) -> lastUses.put(id, use.last()));
        return secrets.flatMap(known -> NeedlessSecret.among(known, lastUses, period.since(), now)).stream()
                .map(secret -> new OfSecret(
                        secret.id(),
                        Optional.ofNullable(lastUses.get(secret.id()))
                                .map(Instant::toString)
                                .orElse(null)))
                .toList();
    }
}
