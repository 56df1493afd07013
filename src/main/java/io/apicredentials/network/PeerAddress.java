package io.apicredentials.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address a request came from, as the server saw it. */
public sealed interface PeerAddress {

    /** An IPv4 peer; an IPv4-mapped IPv6 address (RFC 4291 2.5.5.2) is one too. */
    record V4(Ipv4Address address) implements PeerAddress {

        @Override
        public String text() {
            return address.toString();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * Any other IPv6 peer. No allow-list entry names one, so only "All IP addresses" admits it.
     *
     * @param literal as the server reported it
     */
    record V6(String literal) implements PeerAddress {

        @Override
        public String text() {
            return literal;
        }

        /** Not the address: all of them are treated alike. */
        @Override
        public String toString() {
            return "IPv6";
        }
    }

    /** The address itself, for events. */
    String text();

    /**
     * Reads the literal a server reports for a connection, with or without an IPv6 zone.
     *
     * @return empty for null, host names and everything else that is not an address
     */
    static Optional<PeerAddress> parse(@Nullable String literal) {
        if (literal == null) {
            return Optional.empty();
        }
        Optional<Ipv4Address> ipv4 = Ipv4Address.parse(literal);
        if (ipv4.isPresent()) {
            return ipv4.map(V4::new);
        }
        String address = literal.split("%", 2)[0];
        return looksLikeIpv6(address) ? parseIpv6(address) : Optional.empty();
    }

    /**
     * A colon makes it a literal; a quad at its end, as in {@code ::ffff:203.0.113.7}, is as strict as one alone, and a group
     * has at most four digits, which the JDK does not check.
     */
    private static boolean looksLikeIpv6(String text) {
        String last = text.substring(text.lastIndexOf(':') + 1);
        return text.contains(":")
                && !hasLongGroup(text)
                && (!last.contains(".") || Ipv4Address.parse(last).isPresent());
    }

    private static boolean hasLongGroup(String text) {
        return Arrays.stream(text.split(":", -1)).anyMatch(group -> group.length() > 4 && !group.contains("."));
    }

    private static Optional<PeerAddress> parseIpv6(String literal) {
        try {
            // The brackets make the JDK refuse what is no literal, instead of asking a name server.
            InetAddress address = InetAddress.getByName("[" + literal + "]");
            // The JDK turns an IPv4-mapped literal into an Inet4Address.
            if (address instanceof Inet4Address mapped) {
                return Optional.of(new V4(
                        new Ipv4Address(ByteBuffer.wrap(mapped.getAddress()).getInt())));
            }
            return Optional.of(new V6(literal));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
