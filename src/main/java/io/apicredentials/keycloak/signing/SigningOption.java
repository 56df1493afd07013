package io.apicredentials.keycloak.signing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;

/** Reads which library signs the tokens of credentials. */
final class SigningOption {

    private static final String NAME = "signing";

    private static final String WHOLE_NAME = "--spi-api-credentials--server--" + NAME;

    private static final Logger LOG = Logger.getLogger(SigningOption.class);

    /** Each is loaded once: the keys of a library are of use to all algorithms, and one warning is enough. */
    private static final Map<SigningChoice, Optional<SigningLibrary>> LOADED = new ConcurrentHashMap<>();

    private SigningOption() {}

    /** The library of this server; empty where Keycloak signs by itself. */
    static Optional<SigningLibrary> ofServer() {
        return LOADED.computeIfAbsent(
                read(Config.scope("api-credentials", "server").get(NAME)), SigningOption::load);
    }

    /** A word that is not known is a warning, and is as if nothing had been given. */
    static SigningChoice read(@Nullable String given) {
        Optional<SigningChoice> choice = Arrays.stream(SigningChoice.values())
                .filter(one -> one.word().equals(given))
                .findFirst();
        if (given != null && choice.isEmpty()) {
            LOG.warnf(
                    "The option %s is '%s'; write one of %s. Taken as '%s'.",
                    WHOLE_NAME,
                    given,
                    Arrays.stream(SigningChoice.values())
                            .map(SigningChoice::word)
                            .collect(Collectors.joining(", ")),
                    SigningChoice.DEFAULT.word());
        }
        return choice.orElse(SigningChoice.DEFAULT);
    }

    private static Optional<SigningLibrary> load(SigningChoice choice) {
        Optional<SigningLibrary> library = choice.load().map(SigningLibrary::new);
        if (library.isEmpty() && choice == SigningChoice.CORRETTO) {
            LOG.warnf(
                    "%s is '%s', and its JAR for this platform is not in the folder providers or cannot be loaded. Tokens of API"
                            + " credentials are signed as with '%s'.",
                    WHOLE_NAME, choice.word(), SigningChoice.DEFAULT.word());
            return load(SigningChoice.DEFAULT);
        }
        LOG.infof(
                "Tokens of API credentials are signed by %s",
                library.map(SigningLibrary::name).orElse("Keycloak"));
        return library;
    }
}
