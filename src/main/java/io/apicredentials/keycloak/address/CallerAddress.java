package io.apicredentials.keycloak.address;

import io.apicredentials.network.ForwardedHeader;
import io.apicredentials.network.PeerAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.http.HttpRequest;

/**
 * The address that a request is judged by.
 *
 * @param address empty when it is not known, which refuses
 * @param source {@code connection}, or the name of the header it was read from
 */
public record CallerAddress(Optional<PeerAddress> address, String source) {

    private static final String CONNECTION = "connection";

    /** Judges by the settings of this server. */
    public static CallerAddress of(HttpRequest request, ClientConnection connection, ProxySettings settings) {
        if (settings.trustedProxies().isEmpty()) {
            return new CallerAddress(Optional.empty(), CONNECTION);
        }
        int trustedProxies = settings.trustedProxies().getAsInt();
        Optional<ForwardedHeader> header =
                settings.header().filter(any -> trustedProxies > 0 && request.isProxyTrusted());
        return header.map(used ->
                        new CallerAddress(used.addressBefore(trustedProxies, lines(request, used)), used.headerName()))
                // With --proxy-headers Keycloak has put the header's first address in the place of the connection's.
                .orElseGet(() -> new CallerAddress(PeerAddress.parse(connection.getRemoteAddr()), CONNECTION));
    }

    /** What an event says about it; null when it is not known, and never what a caller wrote before it in a header. */
    public @Nullable String text() {
        return address.map(PeerAddress::text).orElse(null);
    }

    private static List<String> lines(HttpRequest request, ForwardedHeader header) {
        @Nullable List<String> lines = request.getHttpHeaders().getRequestHeader(header.headerName());
        return lines == null ? List.of() : lines;
    }
}
