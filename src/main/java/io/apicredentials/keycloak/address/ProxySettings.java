package io.apicredentials.keycloak.address;

import io.apicredentials.network.ForwardedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * What this server knows about the proxies before it.
 *
 * @param header the header that Keycloak's option {@code proxy-headers} names
 * @param peersAreLimited whether only the peers in {@code proxy-trusted-addresses} may send it
 * @param trustedProxies how many proxies of ours append to it; 0 leaves the choice to Keycloak, empty is an option that
 *     cannot be read
 */
public record ProxySettings(Optional<ForwardedHeader> header, boolean peersAreLimited, OptionalInt trustedProxies) {

    private static final Logger LOG = Logger.getLogger(ProxySettings.class);
    private static final String OPTION = "--spi-api-credentials--server--trusted-proxies";

    /**
     * Reads Keycloak's settings.
     *
     * @param trustedProxies the value of our option
     */
    public static ProxySettings read(String trustedProxies) {
        return new ProxySettings(
                keycloak("proxy-headers").flatMap(ProxySettings::header),
                keycloak("proxy-trusted-addresses").isPresent(),
                number(trustedProxies));
    }

    private static Optional<String> keycloak(String option) {
        return ConfigProvider.getConfig().getOptionalValue("kc." + option, String.class);
    }

    private static Optional<ForwardedHeader> header(String proxyHeaders) {
        return switch (proxyHeaders) {
            case "xforwarded" -> Optional.of(ForwardedHeader.X_FORWARDED_FOR);
            case "forwarded" -> Optional.of(ForwardedHeader.FORWARDED);
            default -> Optional.empty();
        };
    }

    private static OptionalInt number(String text) {
        return text.matches("[0-9]|[1-9][0-9]") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** What lets callers choose the address they are judged by, or keeps credentials from working; each a sentence. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (trustedProxies.isEmpty()) {
            warnings.add("The option " + OPTION + " is no number from 0 to 99, so that no address is known and no API"
                    + " credential is accepted; set it to the number of proxies before this server.");
            return warnings;
        }
        if (header.isPresent() && !peersAreLimited) {
            warnings.add("Every peer may send the header " + header.get().headerName()
                    + " and so claim any address; set --proxy-trusted-addresses to the addresses of your proxies.");
        }
        if (header.isPresent() && trustedProxies.getAsInt() == 0) {
            warnings.add("Keycloak takes the first address in the header "
                    + header.get().headerName()
                    + ", which the caller chooses unless the outermost proxy overwrites the header; set " + OPTION
                    + " to the number of proxies before this server.");
        }
        if (header.isEmpty() && trustedProxies.getAsInt() > 0) {
            warnings.add("The option " + OPTION + " has no effect without --proxy-headers.");
        }
        return warnings;
    }

    /** Says all of them in the log, where an operator looks when the server starts. */
    public void logWarnings() {
        warnings().forEach(warning -> LOG.warnf("Addresses of API credentials: %s", warning));
    }
}
