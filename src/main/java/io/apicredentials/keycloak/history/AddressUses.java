package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * From where a credential was used in a time, with what came of it.
 *
 * @param most those with most uses first, at most {@value #MOST}
 * @param uses how many uses there were, from those and all other addresses
 * @param addresses from how many addresses they were
 */
public record AddressUses(List<OfAddress> most, long uses, long addresses) {

    /** Of so many addresses each is told; of all beyond, the number is. */
    public static final int MOST = 10_000;

    /** No use. */
    public static final AddressUses NONE = new AddressUses(List.of(), 0, 0);

    /**
     * The uses from one address with the same outcome.
     *
     * @param address as it was judged; {@code unknown}, or {@code others} for what is beyond the bound of an hour
     * @param lastAt when the last of them was
     */
    public record OfAddress(String address, Outcome outcome, long uses, Instant lastAt) {}
}
