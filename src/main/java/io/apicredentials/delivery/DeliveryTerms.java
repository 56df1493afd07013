package io.apicredentials.delivery;

import io.apicredentials.problem.Problem;
import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a secret is to be handed over.
 *
 * @param validFor for how long the link can be used
 * @param addressBound whether it works from the addresses of the credential only
 */
public record DeliveryTerms(Duration validFor, boolean addressBound) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration NORMAL = Duration.ofHours(24);
    private static final String VALID_FOR = "validFor";
    private static final String ADDRESS_BOUND = "addressBound";

    /** What is asked for: the only way beside showing the secret. */
    public static final String LINK = "link";

    /**
     * What somebody asks for, before any rule was applied; null where nothing was given.
     *
     * @param delivery {@code link}
     * @param validFor an ISO 8601 duration, such as {@code PT24H} or {@code P7D}
     */
    public record Draft(
            @Nullable String delivery,
            @Nullable String validFor,
            @Nullable Boolean addressBound) {

        /** Whether a link is asked for, correctly or not. */
        public boolean isGiven() {
            return delivery != null || validFor != null || addressBound != null;
        }

        /**
         * Applies the rules.
         *
         * @param problem receives each, at its field
         * @return empty if anything was reported, or nothing was given
         */
        public Optional<DeliveryTerms> check(Consumer<Problem> problem) {
            if (!isGiven()) {
                return Optional.empty();
            }
            if (delivery == null) {
                refuse(VALID_FOR, validFor, problem);
                refuse(ADDRESS_BOUND, addressBound, problem);
            } else if (!delivery.equals(LINK)) {
                problem.accept(Problem.with("delivery", DeliveryProblem.DELIVERY_UNKNOWN, delivery));
            }
            Optional<Duration> validity = validity(problem);
            return LINK.equals(delivery)
                    ? validity.map(duration -> new DeliveryTerms(duration, Boolean.TRUE.equals(addressBound)))
                    : Optional.empty();
        }

        private static void refuse(String field, @Nullable Object given, Consumer<Problem> problem) {
            if (given != null) {
                problem.accept(Problem.of(field, DeliveryProblem.DELIVERY_MISSING, field));
            }
        }

        private Optional<Duration> validity(Consumer<Problem> problem) {
            if (validFor == null) {
                return Optional.of(NORMAL);
            }
            Optional<Duration> read = Span.parse(validFor, SHORTEST, LONGEST);
            if (read.isEmpty()) {
                problem.accept(Problem.with(VALID_FOR, DeliveryProblem.LINK_VALIDITY, validFor));
            }
            return read;
        }
    }
}
