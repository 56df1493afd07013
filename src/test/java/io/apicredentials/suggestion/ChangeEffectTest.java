package io.apicredentials.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.access.AccessRules;
import io.apicredentials.access.AccessTerms;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.usage.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEffectTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What becomes of a use: nothing where none of the four has it. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.0/25, 10.0.0.1, accepted, nothing",
        "10.0.0.0/24, 10.0.0.0/25, 10.0.0.200, accepted, refused",
        "10.0.0.0/24, 10.0.0.0/25, 10.0.1.1, accepted, alreadyRefused",
        "10.0.0.0/24, 10.0.1.0/24, 10.0.1.1, accepted, alreadyRefused",
        "10.0.0.0/24, 10.0.1.0/24, 10.0.1.1, address_not_allowed, admitted",
        "10.0.0.0/24, 10.0.0.0/25, 10.0.1.1, address_not_allowed, nothing",
        // Its address has been listed since.
        "10.0.0.0/24, 10.0.0.0/25, 10.0.0.1, address_not_allowed, nothing",
        "0.0.0.0/0, 10.0.0.0/24, 2001:db8::1, accepted, refused",
        "10.0.0.0/24, 0.0.0.0/0, 2001:db8::1, address_not_allowed, admitted",
        "10.0.0.0/24, 10.0.0.0/25, unknown, accepted, unknown",
        "10.0.0.0/24, 10.0.0.0/24, others, accepted, unknown",
        "10.0.0.0/24, 0.0.0.0/0, others, address_not_allowed, nothing"
    })
    void ofAListIsJudgedForEachAddress(
            String present, String proposed, String address, String outcome, String expected) {
        RecordedUse use = new RecordedUse(address, new Outcome(outcome), 3, NOW);

        ChangeEffect effect = ChangeEffect.of(List.of(use), rules(present, null), rules(proposed, null), NOW);

        assertThat(kinds(effect)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, , expired, admitted",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:01Z, expired, admitted",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z, expired, nothing",
        ", 2026-03-01T12:00:01Z, accepted, nothing",
        "2026-03-01T12:00:00Z, , accepted, alreadyRefused"
    })
    void ofAnEndIsJudgedAtPresent(
            @Nullable Instant present, @Nullable Instant proposed, String outcome, String expected) {
        RecordedUse use = new RecordedUse("10.0.0.1", new Outcome(outcome), 3, NOW);

        ChangeEffect effect =
                ChangeEffect.of(List.of(use), rules("10.0.0.1", present), rules("10.0.0.1", proposed), NOW);

        assertThat(kinds(effect)).isEqualTo(expected);
    }

    @Test
    void saysWhyAUseWouldBeRefused() {
        RecordedUse use = new RecordedUse("10.0.0.200", Outcome.ACCEPTED, 3, NOW);

        assertThat(ChangeEffect.of(List.of(use), rules("10.0.0.0/24", null), rules("10.0.0.0/25", null), NOW)
                        .refused())
                .containsExactly(new ChangeEffect.Use(use, Optional.of(RefusalReason.ADDRESS_NOT_ALLOWED)));
    }

    private static String kinds(ChangeEffect effect) {
        List<String> kinds = Stream.of(
                        named("refused", effect.refused()),
                        named("alreadyRefused", effect.alreadyRefused()),
                        named("admitted", effect.admitted()),
                        named("unknown", effect.unknown()))
                .flatMap(Optional::stream)
                .toList();
        return kinds.isEmpty() ? "nothing" : String.join(" ", kinds);
    }

    private static Optional<String> named(String name, List<ChangeEffect.Use> uses) {
        return uses.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static AccessRules rules(String addresses, @Nullable Instant end) {
        IpAllowList list = IpAllowList.parse(List.of(addresses), problem -> {}).orElseThrow();
        return new AccessRules(
                CredentialState.ENABLED,
                Optional.of(new AccessTerms(list, Optional.ofNullable(end), List.of())),
                Optional.empty());
    }
}
