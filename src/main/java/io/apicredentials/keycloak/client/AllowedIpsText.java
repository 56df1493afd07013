package io.apicredentials.keycloak.client;

import io.apicredentials.network.IpAllowList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An allow-list as it is stored: its entries, joined by commas. */
final class AllowedIpsText {

    private AllowedIpsText() {}

    /** Reads one; empty if it is none. */
    static Optional<IpAllowList> parse(String text) {
        return IpAllowList.parse(entries(text), problem -> {});
    }

    /** The entries, readable or not. */
    static List<String> entries(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    static String format(IpAllowList addresses) {
        return String.join(",", addresses.entries());
    }
}
