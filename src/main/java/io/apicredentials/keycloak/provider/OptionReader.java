package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String NOTICE_INTERVAL = "notice-interval";
    private static final String BREAK_GLASS = "approval-break-glass";
    private static final int DEFAULT_FAILURES = 60;
    private static final DurationOption NOTICES = new DurationOption(
            NOTICE_INTERVAL,
            Duration.ZERO,
            Duration.ofDays(7),
            Duration.ofHours(1),
            "a number of seconds up to a week, a duration such as 'PT1H', or 0 for no notices",
            "Taken as 'PT1H'.");
    private static final DurationOption FLUSH = new DurationOption(
            "usage-flush",
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            "a number of seconds up to a minute, a duration such as 'PT5S', or 0 to count no uses",
            "Taken as 'PT5S'.");
    private static final DurationOption RETENTION = new DurationOption(
            "usage-retention",
            Duration.ofDays(1),
            Duration.ofDays(3660),
            Duration.ofDays(400),
            "a duration from 'P1D' to 'P3660D'",
            "Taken as 'P400D'.");
    private static final DurationOption AUDIT_RETENTION = new DurationOption(
            "audit-retention",
            Duration.ofDays(1),
            Duration.ofDays(36_600),
            Duration.ZERO,
            "a duration from 'P1D' to 'P36600D', or leave it out to keep records for good",
            "Records are kept for good.");

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

    /**
     * A value as it was given.
     *
     * @param option the whole name of the option, for messages
     */
    private record Given(String option, String value) {}

    /**
     * An option that is a duration.
     *
     * @param advice what to write
     * @param consequence what holds where it cannot be read, in a sentence
     */
    private record DurationOption(
            String option, Duration shortest, Duration longest, Duration otherwise, String advice, String consequence) {

        private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

        Duration read(Optional<Given> given) {
            Optional<Duration> duration = given.map(Given::value)
                    .map(text -> SECONDS.matcher(text).matches() ? "PT" + text + "S" : text)
                    .flatMap(text -> Span.parse(text, shortest, longest));
            given.filter(one -> duration.isEmpty())
                    .ifPresent(wrong -> LOG.warnf(
                            "The option %s is '%s'; write %s. %s", wrong.option, wrong.value, advice, consequence));
            return duration.orElse(otherwise);
        }
    }

    /** Reads them all, and says in the log what cannot be read. */
    ServerOptions read() {
        ProxySettings proxies = ProxySettings.read(
                given(TRUSTED_PROXIES, TRUSTED_PROXIES).map(Given::value).orElse("0"));
        return new ServerOptions(
                installsIntoExistingRealms(),
                normalFailures(),
                proxies,
                NOTICES.read(given(NOTICES.option)),
                new ServerOptions.UsageOptions(
                        FLUSH.read(given(FLUSH.option)), RETENTION.read(given(RETENTION.option))),
                AUDIT_RETENTION.read(given(AUDIT_RETENTION.option)),
                withoutApproval());
    }

    private boolean installsIntoExistingRealms() {
        Optional<Given> given = given(AUTO_INSTALL, AUTO_INSTALL);
        given.filter(one -> !List.of(ALL, LAZY).contains(one.value))
                .ifPresent(wrong -> LOG.warnf(
                        "The option %s is '%s'; write '%s' or '%s'. Taken as '%s'.",
                        wrong.option, wrong.value, ALL, LAZY, ALL));
        return given.filter(one -> one.value.equals(LAZY)).isEmpty();
    }

    private int normalFailures() {
        Optional<Given> given = given(FAILURE_WARNING, FAILURE_LIMIT);
        Optional<Integer> number = given.map(Given::value)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
        given.filter(one -> number.isEmpty())
                .ifPresent(wrong -> LOG.warnf(
                        "The option %s is '%s'; write a number of failures in a minute, or 0 for no warning. Taken as %d.",
                        wrong.option, wrong.value, DEFAULT_FAILURES));
        return number.orElse(DEFAULT_FAILURES);
    }

    /** The names of realms, of which none contains a comma. */
    private Set<String> withoutApproval() {
        return given(BREAK_GLASS).map(Given::value).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<Given> given(String option) {
        return given(options, ApiCredentialsSpi.NAME, ApiCredentialsFactory.ID, option);
    }

    private Optional<Given> given(String option, String oldOption) {
        return given(option).or(() -> given(oldOptions, OLD_SPI, ClientFlow.AUTHENTICATOR, oldOption));
    }

    private static Optional<Given> given(
            Function<String, @Nullable String> values, String spi, String provider, String option) {
        return Optional.ofNullable(values.apply(option))
                .map(value -> new Given("--spi-" + spi + "--" + provider + "--" + option, value));
    }
}
