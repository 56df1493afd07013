package io.apicredentials.time;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A duration as text, in the part of ISO 8601 that counts days of 24 hours: {@code P7D}, {@code PT24H}, {@code P1DT12H}. */
public final class Span {

    /** No signs, no fractions, no weeks, months and years, and numbers that cannot overflow. */
    private static final Pattern FORM =
            Pattern.compile("P(?=.)(?:[0-9]{1,4}D)?(?:T(?=.)(?:[0-9]{1,5}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,7}S)?)?");

    private Span() {}

    /**
     * Reads a duration.
     *
     * @return empty for anything else, and for what is shorter or longer than it may be
     */
    public static Optional<Duration> parse(String text, Duration shortest, Duration longest) {
        return Optional.of(text)
                .filter(some -> FORM.matcher(some).matches())
                .map(Duration::parse)
                .filter(duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0);
    }

    /** Writes a duration, in days if it is of whole days: {@code P7D} and not {@code PT168H}. */
    public static String format(Duration duration) {
        boolean isOfWholeDays =
                !duration.isZero() && Duration.ofDays(duration.toDays()).equals(duration);
        return isOfWholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
