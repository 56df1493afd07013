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
    /** RFC 7239: parameters separated by semicolons, of which {@code for} is the address, perhaps quoted. */
    FORWARDED("Forwarded") {
        @Override
        List<String> nodes(String chain) {
            return elements(chain).stream().map(ForwardedHeader::forParameter).toList();
        }
    };

    private static final Pattern FOR = Pattern.compile("(?i)for=(.*)");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern IPV6_IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](:[0-9]{1,5})?");
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

    /**
     * Split at commas outside of quotation marks. A quotation that does not end has no elements: a caller could open it to
     * swallow what the proxies append.
     */
    private static List<String> elements(String chain) {
        List<String> elements = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int index = 0; index < chain.length(); index++) {
            char c = chain.charAt(index);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(chain.substring(start, index).strip());
                start = index + 1;
            }
        }
        elements.add(chain.substring(start).strip());
        return quoted ? List.of() : elements;
    }

    private static String forParameter(String element) {
        for (String parameter : element.split(";", -1)) {
            Matcher matcher = FOR.matcher(parameter.strip());
            if (matcher.matches()) {
                return unquoted(matcher.group(1).strip());
            }
        }
        return "";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
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
