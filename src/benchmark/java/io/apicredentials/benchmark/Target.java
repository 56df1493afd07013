package io.apicredentials.benchmark;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A bound for how two parties compare. The ratio is taken within a round, and the median of it over the rounds, so that what
 * slows the whole machine down for a while cancels out.
 *
 * @param party whose figure it is
 * @param other whose figure it is divided by
 * @param figure what is compared
 * @param what it is called
 * @param bound that the ratio has to keep to
 * @param isLeast whether the bound is the smallest ratio, or the largest
 */
record Target(Party party, Party other, ToDoubleFunction<Window> figure, String what, double bound, boolean isLeast) {

    static Target atLeast(double bound, Party party, Party other) {
        return new Target(party, other, Window::perSecond, "answers/s", bound, true);
    }

    /** The response time that a hundredth exceeds is not above that of another. */
    static Target notSlower(Party party, Party other) {
        return new Target(party, other, window -> window.percentile(99), "p99", 1, false);
    }

    boolean isMet(Contest contest) {
        double ratio = ratio(contest).median();
        return isLeast ? ratio >= bound : ratio <= bound;
    }

    /** Over the rounds. */
    Spread ratio(Contest contest) {
        return Spread.of(contest.rounds().stream()
                .mapToDouble(round -> figure.applyAsDouble(round.get(party)) / figure.applyAsDouble(round.get(other))));
    }

    /** One sentence with the ratio and the bound. */
    String verdict(Contest contest) {
        Spread ratio = ratio(contest);
        return String.format(
                Locale.ROOT,
                "%s / %s: %.2f times the %s (%.2f to %.2f); target: %s %.2f: %s",
                party.name(),
                other.name(),
                ratio.median(),
                what,
                ratio.lowest(),
                ratio.highest(),
                isLeast ? "at least" : "at most",
                bound,
                isMet(contest) ? "met" : "missed");
    }
}
