package io.apicredentials.network;

import io.apicredentials.problem.Problem;

/** What can be wrong with the addresses from which a credential may be used. */
public enum AddressProblem implements Problem.Kind {
    ADDRESSES_EMPTY(
            "At least one IP address is needed; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0 alone for all IP"
                    + " addresses."),
    /** {1}: how many there are; {2}: how many are allowed. */
    TOO_MANY_ADDRESSES(
            "There are {1} IP addresses; at most {2} are allowed, so combine neighbouring addresses into a range or split"
                    + " the credential."),
    DUPLICATE_ADDRESS("'{value}' is listed twice; list each address or range once."),
    EVERY_ADDRESS_NOT_ALONE(
            "'0.0.0.0/0' means all IP addresses and stands alone; remove it or remove the other entries."),
    ADDRESS_MISSING("An IP address is missing; write an IPv4 address such as 203.0.113.7 or a range such as"
            + " 198.51.100.0/24."),
    ADDRESS_WHITE_SPACE("'{value}' contains white space; write the address or range without it."),
    ADDRESS_COLON(
            "'{value}' contains a colon, as IPv6 addresses and ports do; write an IPv4 address such as 203.0.113.7 or"
                    + " a range such as 198.51.100.0/24."),
    ADDRESS_LEADING_ZERO(
            "'{value}' has a number with a leading zero; write each number from 0 to 255 without leading zeros."),
    ADDRESS_MALFORMED(
            "'{value}' is not an IPv4 address or range; write four numbers from 0 to 255 such as 203.0.113.7, or a"
                    + " range such as 198.51.100.0/24."),
    /** {1}: a range around the address. */
    ADDRESS_PREFIX_LENGTH(
            "'{value}' has no valid prefix length; write a number from 0 to 32 without leading zeros after the"
                    + " slash, such as {1}."),
    /** {1}: the range; {2}: the single address. */
    ADDRESS_HOST_BITS(
            "'{value}' has bits set behind its prefix; write {1} for the range or {2} for the single address.");

    private final String sentence;

    AddressProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
