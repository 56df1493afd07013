package io.apicredentials.fuzzing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses by expressions and splitting, where the product reads characters and asks the JDK. */
final class AddressReference {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern ADDRESS = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern RANGE = Pattern.compile("(" + ADDRESS.pattern() + ")(?:/(3[0-2]|[12]?[0-9]))?");
    private static final Pattern NODE =
            Pattern.compile("([0-9.]*):[0-9]{1,5}|\\[([^\\[\\]]*:[^\\[\\]]*)](?::[0-9]{1,5})?");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private AddressReference() {}

    /** The canonical text of an allow-list entry. */
    static Optional<String> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int length = matcher.group(2) == null ? 32 : Integer.parseInt(matcher.group(2));
        BigInteger bits = bits(matcher.group(1));
        boolean hostBits = bits.signum() != 0 && bits.getLowestSetBit() < 32 - length;
        if (hostBits) {
            return Optional.empty();
        }
        return Optional.of(length == 32 ? matcher.group(1) : matcher.group(1) + "/" + length);
    }

    static boolean contains(String range, String address) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(range);
        }
        int hostBits = matcher.group(2) == null ? 0 : 32 - Integer.parseInt(matcher.group(2));
        return bits(matcher.group(1)).shiftRight(hostBits).equals(bits(address).shiftRight(hostBits));
    }

    /** The dotted quad of a peer, or {@code IPv6}. */
    static Optional<String> peer(String text) {
        if (ADDRESS.matcher(text).matches()) {
            return Optional.of(text);
        }
        String literal = text.split("%", 2)[0];
        int[] groups = groups(literal);
        if (groups.length != 8) {
            return Optional.empty();
        }
        boolean mapped = Arrays.stream(groups, 0, 5).allMatch(group -> group == 0) && groups[5] == 0xffff;
        return Optional.of(mapped ? quad(groups[6], groups[7]) : "IPv6");
    }

    /** The same for an element of a forwarding header, which may have a port. */
    static Optional<String> node(String text) {
        Matcher matcher = NODE.matcher(text);
        if (!matcher.matches()) {
            return peer(text);
        }
        String ipv4 = matcher.group(1);
        if (ipv4 != null && !ipv4.isEmpty()) {
            return ADDRESS.matcher(ipv4).matches() ? Optional.of(ipv4) : Optional.empty();
        }
        String ipv6 = matcher.group(2);
        return ipv6 == null || ipv6.contains("%") ? peer(text) : peer(ipv6);
    }

    private static int[] groups(String literal) {
        int gap = literal.indexOf("::");
        if (gap < 0) {
            return side(literal);
        }
        if (literal.indexOf("::", gap + 1) >= 0) {
            return new int[0];
        }
        String leftText = literal.substring(0, gap);
        String rightText = literal.substring(gap + 2);
        int[] left = leftText.isEmpty() || leftText.contains(".") ? new int[0] : side(leftText);
        int[] right = rightText.isEmpty() ? new int[0] : side(rightText);
        boolean unreadable = (left.length == 0 && !leftText.isEmpty()) || (right.length == 0 && !rightText.isEmpty());
        if (unreadable || left.length + right.length > 7) {
            return new int[0];
        }
        int[] all = Arrays.copyOf(left, 8);
        System.arraycopy(right, 0, all, 8 - right.length, right.length);
        return all;
    }

    private static int[] side(String text) {
        int last = text.lastIndexOf(':') + 1;
        String quad = text.substring(last);
        String hexadecimal = text;
        if (ADDRESS.matcher(quad).matches()) {
            int bits = bits(quad).intValue();
            hexadecimal = text.substring(0, last) + Integer.toHexString(bits >>> 16) + ":"
                    + Integer.toHexString(bits & 0xffff);
        }
        String[] parts = hexadecimal.split(":", -1);
        boolean valid =
                Arrays.stream(parts).allMatch(part -> GROUP.matcher(part).matches());
        return valid
                ? Arrays.stream(parts)
                        .mapToInt(part -> Integer.parseInt(part, 16))
                        .toArray()
                : new int[0];
    }

    private static String quad(int high, int low) {
        return (high >> 8) + "." + (high & 255) + "." + (low >> 8) + "." + (low & 255);
    }

    private static BigInteger bits(String address) {
        BigInteger bits = BigInteger.ZERO;
        for (String octet : address.split("\\.", -1)) {
            bits = bits.shiftLeft(8).add(new BigInteger(octet));
        }
        return bits;
    }
}
