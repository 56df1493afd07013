package io.apicredentials.suggestion;

import java.util.Locale;

/**
 * Uses that a suggested list does not cover.
 *
 * @param addresses from how many addresses; 0 where nobody knows
 */
public record Uncovered(Reason reason, long addresses, long uses) {

    /** Why it does not. */
    public enum Reason {
        /** No entry can name an IPv6 address: only "All IP addresses" admits one. */
        IPV6,
        /** It was not known where they came from. */
        UNKNOWN,
        /** They are counted without their addresses, of which there were too many. */
        OTHERS,
        /** The present list does not have their addresses any more, and no suggestion goes beyond it. */
        NOT_LISTED,
        /** There is no room for them in a list as short as that, of ranges that the realm accepts. */
        BEYOND_LIST;

        /** The value in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
