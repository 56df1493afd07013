package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.settings.ClientFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;

/**
 * Reads our options. The first of them were options of the client authenticator, and go on working there; the new place wins
 * where both are given.
 */
final class OptionReader {

    private static final Logger LOG = Logger.getLogger(OptionReader.class);

    private static final String AUTO_INSTALL = "auto-install";
    private static final String ALL = "all";
    private static final String LAZY = "lazy";
    private static final String FAILURE_WARNING = "failure-warning";
    private static final String TRUSTED_PROXIES = "trusted-proxies";
    private static final int DEFAULT_FAILURES = 60;

    /** What {@value #FAILURE_WARNING} was called at first, although it limits nothing. */
    private static final String FAILURE_LIMIT = "failure-limit";

    private static final String OLD_SPI = "client-authenticator";

    private final Function<String, @Nullable String> options;
    private final Function<String, @Nullable String> oldOptions;

    /** The values of options by their names, null for those that are not given. */
    OptionReader(Function<String, @Nullable String> options, Function<String, @Nullable String> oldOptions) {
        this.options = options;
        this.oldOptions = oldOptions;
    }

    /** Reads the options of this server. */
    static OptionReader ofServer(Config.Scope options) {
        return new OptionReader(options::get, Config.scope(OLD_SPI, ClientFlow.AUTHENTICATOR)::get);
    }

    /** Reads them all, and says in the log what cannot be read. */
    ServerOptions read() {
        ProxySettings proxies =
                ProxySettings.read(text(TRUSTED_PROXIES, TRUSTED_PROXIES).orElse("0"));
        return new ServerOptions(installsIntoExistingRealms(), failures(), proxies);
    }

    private boolean installsIntoExistingRealms() {
        String text = text(AUTO_INSTALL, AUTO_INSTALL).orElse(ALL);
        if (!List.of(ALL, LAZY).contains(text)) {
            LOG.warnf(
                    "The option %s is '%s'; write '%s' or '%s'. Taken as '%s'.",
                    name(AUTO_INSTALL), text, ALL, LAZY, ALL);
        }
        return !text.equals(LAZY);
    }

    private int failures() {
        String text = text(FAILURE_WARNING, FAILURE_LIMIT).orElse(Integer.toString(DEFAULT_FAILURES));
        if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        }
        LOG.warnf(
                "The option %s is '%s'; write a number of failures in a minute, or 0 for no warning. Taken as %d.",
                name(FAILURE_WARNING), text, DEFAULT_FAILURES);
        return DEFAULT_FAILURES;
    }

    private Optional<String> text(String option, String oldOption) {
        return Optional.ofNullable(options.apply(option)).or(() -> Optional.ofNullable(oldOptions.apply(oldOption)));
    }

    private static String name(String option) {
        return "--spi-" + ApiCredentialsSpi.NAME + "--" + ApiCredentialsFactory.ID + "--" + option;
    }
}
