package io.apicredentials.network;

import io.apicredentials.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An IPv4 address or CIDR range (RFC 4632): the first address and the length of the prefix that all its addresses share.
 *
 * @param network the first address; bits behind the prefix are zero
 * @param prefixLength 0 (every address) to 32 (one address)
 */
public record Ipv4Range(Ipv4Address network, int prefixLength) {

    /** How many addresses there are. */
    static final long EVERY_ADDRESS = 1L << 32;

    private static final Pattern LEADING_ZERO = Pattern.compile("(^|\\.)0[0-9]");
    private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9][0-9]?");

    public Ipv4Range {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("prefix length out of range");
        }
        if ((network.bits() & ~mask(prefixLength)) != 0) {
            throw new IllegalArgumentException("host bits set");
        }
    }

    /**
     * Reads {@code 203.0.113.7} or {@code 198.51.100.0/24}.
     *
     * @param problem receives what is wrong, when the result is empty
     */
    public static Optional<Ipv4Range> parse(String text, Consumer<Problem> problem) {
        String[] parts = text.split("/", 2);
        String addressText = parts[0];
        Optional<Ipv4Address> address = Ipv4Address.parse(addressText);
        if (address.isEmpty() || hasWhiteSpace(text)) {
            problem.accept(Problem.with("", addressProblem(text, addressText), text));
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new Ipv4Range(address.get(), 32));
        }
        String lengthText = parts[1];
        if (!PREFIX_LENGTH.matcher(lengthText).matches() || Integer.parseInt(lengthText) > 32) {
            Ipv4Range example = rangeAround(address.get(), 24);
            problem.accept(Problem.with("", AddressProblem.ADDRESS_PREFIX_LENGTH, text, example));
            return Optional.empty();
        }
        Ipv4Range range = rangeAround(address.get(), Integer.parseInt(lengthText));
        if (!range.network.equals(address.get())) {
            problem.accept(Problem.with("", AddressProblem.ADDRESS_HOST_BITS, text, range, addressText));
            return Optional.empty();
        }
        return Optional.of(range);
    }

    /** The smallest range with both addresses. */
    public static Ipv4Range spanning(Ipv4Address one, Ipv4Address other) {
        return rangeAround(one, Integer.numberOfLeadingZeros(one.bits() ^ other.bits()));
    }

    private static Ipv4Range rangeAround(Ipv4Address address, int prefixLength) {
        return new Ipv4Range(new Ipv4Address(address.bits() & mask(prefixLength)), prefixLength);
    }

    private static AddressProblem addressProblem(String text, String addressText) {
        if (text.isEmpty()) {
            return AddressProblem.ADDRESS_MISSING;
        }
        if (hasWhiteSpace(text)) {
            return AddressProblem.ADDRESS_WHITE_SPACE;
        }
        if (addressText.contains(":")) {
            return AddressProblem.ADDRESS_COLON;
        }
        return LEADING_ZERO.matcher(addressText).find()
                ? AddressProblem.ADDRESS_LEADING_ZERO
                : AddressProblem.ADDRESS_MALFORMED;
    }

    /** What people copy from a document or a web page is often a no-break space. */
    private static boolean hasWhiteSpace(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** True for {@code 0.0.0.0/0}. */
    public boolean isEveryAddress() {
        return prefixLength == 0;
    }

    public boolean contains(Ipv4Address address) {
        return (address.bits() & mask(prefixLength)) == network.bits();
    }

    /** Whether there is an address that both have. */
    public boolean overlaps(Ipv4Range other) {
        return prefixLength <= other.prefixLength ? contains(other.network) : other.contains(network);
    }

    /** The first address as an unsigned number. */
    long first() {
        return Integer.toUnsignedLong(network.bits());
    }

    /** How many addresses it has. */
    public long size() {
        return 1L << (32 - prefixLength);
    }

    private static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }

    /** The canonical text: a single address is written without {@code /32}. */
    @Override
    public String toString() {
        return prefixLength == 32 ? network.toString() : network + "/" + prefixLength;
    }
}
