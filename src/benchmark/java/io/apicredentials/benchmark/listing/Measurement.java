package io.apicredentials.benchmark.listing;

import java.util.List;
import java.util.Locale;

/**
 * What one kind of request costs.
 *
 * @param small the statements where there are a hundred credentials
 * @param large those where there are very many
 * @param most how many times as long it may take there; 0 for any
 */
record Measurement(String name, Timing timing, List<String> small, List<String> large, double most) {

    static final String HEAD = "| request | at 100 (ms) | at %,d (ms) | ratio | statements |\n|---|--:|--:|--:|--:|";

    /** A line of the table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f%s | %d, %d |",
                name,
                timing.small(),
                timing.large(),
                timing.ratio(),
                isMet() ? "" : ": missed",
                small.size(),
                large.size());
    }

    boolean isMet() {
        return most == 0 || timing.ratio() <= most;
    }

    /** A sentence on what was missed. */
    String verdict() {
        return String.format(Locale.ROOT, "%s: %.1f times as long; target: at most %.1f", name, timing.ratio(), most);
    }
}
