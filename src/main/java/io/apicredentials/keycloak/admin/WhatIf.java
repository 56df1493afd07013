package io.apicredentials.keycloak.admin;

import io.apicredentials.access.AccessRules;
import io.apicredentials.access.AccessTerms;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.AddressUses;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.suggestion.ChangeEffect;
import io.apicredentials.suggestion.RecordedUse;
import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** Looks up what a change would have done to the uses of the last 30 days. */
record WhatIf(CountedUses uses, ClientModel client, Instant now) {

    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    /** What an update can change the outcome of. */
    private static final Set<Outcome> REFUSED = Set.of(
            Outcome.refused(RefusalReason.ADDRESS_NOT_ALLOWED.code()), Outcome.refused(RefusalReason.EXPIRED.code()));

    /** @param proposed what the credential would be; empty when it would be refused whatever the use */
    WhatIfRepresentation of(WhatIfRequest.Change change, Optional<CredentialContent> proposed) {
        StoredCredential stored = StoredCredential.of(client);
        AddressUses accepted = read(Set.of(Outcome.ACCEPTED), firstHour());
        AddressUses inLastDay = read(Set.of(Outcome.ACCEPTED), UsageKey.hour(now.minus(DAY)) + 1);
        Optional<Instant> last =
                Optional.ofNullable(uses.last(List.of(stored.id())).get(stored.id()));
        ChangeEffect effect = proposed.map(content -> effect(stored, accepted, content))
                .orElseGet(() -> new ChangeEffect(all(recorded(accepted)), List.of(), List.of(), List.of()));
        // After all that is read: where anything could not be, not every use is known.
        PeriodRepresentation period = PeriodRepresentation.of(uses, PERIOD, now);
        return new WhatIfRepresentation(
                change.word(),
                period,
                accepted.uses(),
                accepted.addresses(),
                inLastDay.uses(),
                inLastDay.addresses(),
                last.map(Instant::toString).orElse(null),
                last.map(at -> end(stored, at)).map(Instant::toString).orElse(null),
                WhatIfRepresentation.Uses.of(effect.refused()),
                WhatIfRepresentation.Uses.of(effect.alreadyRefused()),
                WhatIfRepresentation.Uses.of(effect.admitted()),
                WhatIfRepresentation.Uses.of(effect.unknown()));
    }

    private ChangeEffect effect(StoredCredential stored, AddressUses accepted, CredentialContent content) {
        List<RecordedUse> recorded = new ArrayList<>(recorded(accepted));
        read(REFUSED, firstHour()).most().stream().map(WhatIf::recorded).forEach(recorded::add);
        AccessTerms terms = new AccessTerms(content.allowedIps(), content.expiresAt(), List.of());
        return ChangeEffect.of(
                recorded,
                stored.accessRules(Optional.empty()),
                new AccessRules(CredentialState.ENABLED, Optional.of(terms), Optional.empty()),
                now);
    }

    private long firstHour() {
        return UsageKey.hour(now.minus(PERIOD));
    }

    private AddressUses read(Set<Outcome> outcomes, long firstHour) {
        return uses.addresses(client.getId(), outcomes, firstHour).orElse(AddressUses.NONE);
    }

    /** All of them; those beyond the addresses that are told are from others. */
    private static List<RecordedUse> recorded(AddressUses accepted) {
        long told =
                accepted.most().stream().mapToLong(AddressUses.OfAddress::uses).sum();
        Optional<Instant> last =
                accepted.most().stream().map(AddressUses.OfAddress::lastAt).max(Instant::compareTo);
        Stream<RecordedUse> beyond = last.filter(at -> accepted.uses() > told).stream()
                .map(at -> new RecordedUse(UsageKey.OTHERS, Outcome.ACCEPTED, accepted.uses() - told, at));
        return Stream.concat(accepted.most().stream().map(WhatIf::recorded), beyond)
                .toList();
    }

    private static RecordedUse recorded(AddressUses.OfAddress one) {
        return new RecordedUse(one.address(), one.outcome(), one.uses(), one.lastAt());
    }

    private static List<ChangeEffect.Use> all(List<RecordedUse> recorded) {
        return recorded.stream()
                .map(use -> new ChangeEffect.Use(use, Optional.empty()))
                .toList();
    }

    /** When a token that was issued at this instant ends: never after its credential. */
    private Instant end(StoredCredential stored, Instant issuedAt) {
        Instant end = issuedAt.plusSeconds(new RealmSettings(client.getRealm()).lifespan(client));
        return stored.expiresAt().filter(end::isAfter).orElse(end);
    }
}
