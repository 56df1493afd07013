package io.apicredentials.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain of addresses that proxies write into a header: each appends the address it was called from, so that the last
 * one is the most trustworthy and the first one is whatever the caller claims.
 */
public enum ForwardedHeader {
    /** The de-facto standard: addresses separated by commas. */
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        List<String> nodes(String chain) {
            return Arrays.stream(chain.split(",", -1)).map(String::strip).toList();
        }
    },
    /**
     * RFC 7239: parameters separated by semicolons, of which {@code for} is the address, perhaps quoted. The header is
     * read as a whole or not at all, since a caller writes the beginning of it.
     */
    FORWARDED("Forwarded") {
        @Override
        List<String> nodes(String chain) {
            List<String> nodes = new ArrayList<>();
            String node = "";
            boolean known = false;
            Matcher parameter = PARAMETER.matcher(chain);
            while (parameter.find()) {
                if ("for".equalsIgnoreCase(parameter.group("name"))) {
                    // RFC 7239 4: at most once. Of two, every reader may take another one.
                    node = known ? "" : value(parameter);
                    known = true;
                }
                if (!parameter.group("end").equals(";")) {
                    nodes.add(node);
                    node = "";
                    known = false;
                }
                if (parameter.group("end").isEmpty()) {
                    return nodes;
                }
            }
            return List.of();
        }

        private static String value(Matcher parameter) {
            String quoted = parameter.group("quoted");
            return quoted == null ? parameter.group("plain") : quoted;
        }
    };

    /**
     * One parameter or nothing, and what ends it. Plain values are more than the tokens of RFC 7239, since proxies forget to
     * quote ports. Quotations have no escapes: no address needs one, and a reader that counts them differently than the
     * proxy finds other elements than it wrote.
     */
    private static final Pattern PARAMETER = Pattern.compile("\\G[ \t]*+"
            + "(?:(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]++)=(?:\"(?<quoted>[^\"\\\\]*+)\"|(?<plain>[\\x21-\\x7e&&[^\",;\\\\]]*+)))?+"
            + "[ \t]*+(?<end>[;,]|\\z)");

    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern IPV6_IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f]*:[0-9A-Fa-f:.]*)](:[0-9]{1,5})?");
    private static final int MAX_LENGTH = 4096;

    private final String headerName;

    ForwardedHeader(String headerName) {
        this.headerName = headerName;
    }

    abstract List<String> nodes(String chain);

    public String headerName() {
        return headerName;
    }

    /**
     * The address that the nth proxy from our end was called from.
     *
     * @param lines the header's lines, in the order of the request (RFC 9110 5.3: the same as one line joined by commas)
     * @param trustedProxies how many proxies of ours stand before the server, at least 1
     * @return empty when the chain is shorter than that, or when this element is no address
     */
    public Optional<PeerAddress> addressBefore(int trustedProxies, List<String> lines) {
        String joined = String.join(",", lines);
        if (joined.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> nodes = nodes(joined);
        int index = nodes.size() - trustedProxies;
        return index < 0 ? Optional.empty() : address(nodes.get(index));
    }

    private static Optional<PeerAddress> address(String node) {
        Matcher ipv4 = IPV4_WITH_PORT.matcher(node);
        if (ipv4.matches()) {
            return PeerAddress.parse(ipv4.group(1));
        }
        Matcher ipv6 = IPV6_IN_BRACKETS.matcher(node);
        return PeerAddress.parse(ipv6.matches() ? ipv6.group(1) : node);
    }
}
