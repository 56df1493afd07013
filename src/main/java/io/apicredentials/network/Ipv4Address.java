package io.apicredentials.network;

import java.util.Optional;

/** An IPv4 address, as its 32 bits in network order. */
public record Ipv4Address(int bits) {

    private static final int OCTETS = 4;

    /**
     * Reads a strict dotted quad: four decimal numbers from 0 to 255 without leading zeros, and nothing else. Forms
     * that other readers also accept (octal, hexadecimal, fewer than four parts, white space) are empty here, since two
     * readings of one address are how allow-lists are bypassed.
     */
    public static Optional<Ipv4Address> parse(String text) {
        int bits = 0;
        int position = 0;
        for (int octet = 0; octet < OCTETS; octet++) {
            if (octet > 0) {
                if (position >= text.length() || text.charAt(position) != '.') {
                    return Optional.empty();
                }
                position++;
            }
            int start = position;
            int value = 0;
            while (position < text.length() && position - start < 3 && isDigit(text.charAt(position))) {
                value = value * 10 + (text.charAt(position) - '0');
                position++;
            }
            int digits = position - start;
            boolean leadingZero = digits > 1 && text.charAt(start) == '0';
            if (digits == 0 || leadingZero || value > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return position == text.length() ? Optional.of(new Ipv4Address(bits)) : Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The dotted quad. */
    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
