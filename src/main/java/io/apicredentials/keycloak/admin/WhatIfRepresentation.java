package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.suggestion.ChangeEffect;
import io.apicredentials.usage.UsageKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change would have done to the counted uses of a credential, in answers.
 *
 * @param accepted how many accepted uses there were in the period
 * @param addresses from how many addresses they were
 * @param acceptedInLastDay how many there were in the present hour and the 23 before it
 * @param lastUsedAt the last accepted use, also before the period; null when there is none
 * @param tokensEndAt when the token that was issued last ends; null when there is none
 * @param wouldRefuse accepted uses that the change would refuse
 * @param alreadyRefused accepted uses that would be refused without the change too
 * @param newlyAdmitted refused uses whose address and time the change would admit
 * @param unknown accepted uses that nobody can judge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhatIfRepresentation(
        String change,
        PeriodRepresentation period,
        long accepted,
        long addresses,
        long acceptedInLastDay,
        long addressesInLastDay,
        @Nullable String lastUsedAt,
        @Nullable String tokensEndAt,
        Uses wouldRefuse,
        Uses alreadyRefused,
        Uses newlyAdmitted,
        Uses unknown) {

    private static final int MOST_NAMED = 200;

    private static final Set<String> NO_ADDRESSES = Set.of(UsageKey.OTHERS, UsageKey.UNKNOWN);

    /**
     * Some uses.
     *
     * @param addresses from how many known addresses they were
     * @param lastAt when the last of them was; null when there is none
     * @param byAddress those with most uses first, at most 200
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Uses(long uses, long addresses, @Nullable String lastAt, List<OfAddress> byAddress) {

        static Uses of(List<ChangeEffect.Use> uses) {
            return new Uses(
                    uses.stream().mapToLong(use -> use.recorded().uses()).sum(),
                    uses.stream()
                            .map(use -> use.recorded().address())
                            .filter(address -> !NO_ADDRESSES.contains(address))
                            .distinct()
                            .count(),
                    uses.stream()
                            .map(use -> use.recorded().lastAt())
                            .max(Instant::compareTo)
                            .map(Instant::toString)
                            .orElse(null),
                    uses.stream().limit(MOST_NAMED).map(OfAddress::of).toList());
        }
    }

    /**
     * The uses from an address, {@code unknown} or {@code others}.
     *
     * @param reason why they would be refused; null where they would not be, or for all uses alike
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfAddress(
            String address,
            long uses,
            String lastAt,
            @Nullable String reason) {

        static OfAddress of(ChangeEffect.Use use) {
            return new OfAddress(
                    use.recorded().address(),
                    use.recorded().uses(),
                    use.recorded().lastAt().toString(),
                    use.reason().map(RefusalReason::code).orElse(null));
        }
    }
}
