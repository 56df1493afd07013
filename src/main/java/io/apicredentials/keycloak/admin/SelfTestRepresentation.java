package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.network.ForwardedHeader;
import io.apicredentials.network.PeerAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server would judge the caller by, were the caller a credential.
 *
 * @param address an IPv4 address, {@code IPv6}, which only "All IP addresses" admits, or null when it is not known
 * @param source {@code connection} or the name of a header
 * @param proxyHeader the header that proxies may send, null when there is none
 * @param warnings what is wrong with the settings for proxies, null when nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SelfTestRepresentation(
        @Nullable String address,
        String source,
        @Nullable String proxyHeader,
        @Nullable Integer trustedProxies,
        @Nullable List<String> warnings) {

    static SelfTestRepresentation of(CallerAddress caller, ProxySettings settings) {
        List<String> warnings = settings.warnings();
        return new SelfTestRepresentation(
                caller.address().map(PeerAddress::toString).orElse(null),
                caller.source(),
                settings.header().map(ForwardedHeader::headerName).orElse(null),
                settings.trustedProxies().isPresent()
                        ? settings.trustedProxies().getAsInt()
                        : null,
                warnings.isEmpty() ? null : warnings);
    }
}
