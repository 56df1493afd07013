package io.apicredentials.keycloak.metrics;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.usage.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the uses of credentials by what came of them. There is no label of which others can make many: no client, no address, no
 * realm, and none of the reasons that extensions may invent.
 */
public final class UseCounter {

    private static final String NONE = "none";
    private static final String OTHER = "other";

    private static final Set<String> REASONS =
            Stream.of(RefusalReason.values()).map(RefusalReason::code).collect(Collectors.toUnmodifiableSet());

    private final Meter.MeterProvider<Counter> counters = Counter.builder("api.credential.uses")
            .description("Requests of API credentials for a token")
            .withRegistry(Metrics.globalRegistry);

    private final Counter overLimit = Counter.builder("api.credential.failures.over.limit")
            .description("Failed authentications of API credentials beyond what is normal in a minute")
            .register(Metrics.globalRegistry);

    /** Everything is there from the start: of a series that appears with its first event, Prometheus does not see that one. */
    public UseCounter() {
        counter("accepted", NONE);
        REASONS.forEach(reason -> counter("refused", reason));
        counter("refused", OTHER);
    }

    /** Counts a failed authentication of a credential, or from an address, that fails more often than is normal. */
    public void countOverLimit() {
        overLimit.increment();
    }

    /** Counts a use. */
    public void count(Outcome outcome) {
        boolean isAccepted = outcome.isAccepted();
        counter(isAccepted ? "accepted" : "refused", isAccepted ? NONE : reason(outcome))
                .increment();
    }

    private Counter counter(String outcome, String reason) {
        return counters.withTags("outcome", outcome, "reason", reason);
    }

    private static String reason(Outcome outcome) {
        return REASONS.contains(outcome.code()) ? outcome.code() : OTHER;
    }
}
