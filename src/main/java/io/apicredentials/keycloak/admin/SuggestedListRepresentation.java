package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.suggestion.NarrowList;
import io.apicredentials.suggestion.Narrowing;
import io.apicredentials.suggestion.Uncovered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the uses of a credential say of its list of addresses, in answers.
 *
 * @param size how many addresses the present list has
 * @param alreadyNarrow whether no list that covers these uses as well has fewer
 * @param suggested a narrower list; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestedListRepresentation(
        long size, boolean alreadyNarrow, @Nullable Suggested suggested, List<OfReason> uncovered) {

    /** A list that can be sent as it is, and what each of its entries is good for. */
    record Suggested(List<String> allowedIps, long size, long addresses, long accepted, List<OfEntry> entries) {}

    /**
     * An entry.
     *
     * @param size how many addresses it has
     * @param addresses from how many of these the credential was used
     * @param accepted how often it was
     */
    record OfEntry(String entry, long size, long addresses, long accepted) {}

    /** The accepted uses that the suggested list would refuse; the number of addresses is null where nobody knows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfReason(String reason, @Nullable Long addresses, long accepted) {}

    static SuggestedListRepresentation of(IpAllowList present, Narrowing narrowing) {
        NarrowList list = narrowing.list();
        return new SuggestedListRepresentation(
                present.size(),
                !list.entries().isEmpty() && !narrowing.isNarrower(),
                narrowing.isNarrower() ? suggested(list) : null,
                narrowing.uncovered().stream()
                        .map(SuggestedListRepresentation::ofReason)
                        .toList());
    }

    private static Suggested suggested(NarrowList list) {
        return new Suggested(
                list.entries().stream().map(entry -> entry.range().toString()).toList(),
                list.size(),
                list.addresses(),
                list.uses(),
                list.entries().stream()
                        .map(entry -> new OfEntry(
                                entry.range().toString(), entry.range().size(), entry.addresses(), entry.uses()))
                        .toList());
    }

    private static OfReason ofReason(Uncovered uncovered) {
        return new OfReason(
                uncovered.reason().word(), uncovered.addresses() == 0 ? null : uncovered.addresses(), uncovered.uses());
    }
}
