package io.apicredentials.benchmark.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long the same took in two realms, in milliseconds; medians.
 *
 * @param small where there are a hundred credentials
 * @param large where there are very many
 */
record Timing(double small, double large) {

    private static final int WARM_UP = 5;
    private static final int REQUESTS = 15;
    private static final double LONG = 1_000;
    private static final int LONG_REQUESTS = 3;

    /** In turn, so that what slows the whole machine down for a while slows both. What takes long is asked for less often. */
    static Timing of(SeededRealm smallRealm, SeededRealm largeRealm, ToDoubleFunction<SeededRealm> request) {
        List<Double> small = new ArrayList<>();
        List<Double> large = new ArrayList<>();
        for (int turn = -WARM_UP; turn < REQUESTS && !isEnough(large); turn++) {
            double inSmall = request.applyAsDouble(smallRealm);
            double inLarge = request.applyAsDouble(largeRealm);
            if (turn >= 0 || inLarge > LONG) {
                small.add(inSmall);
                large.add(inLarge);
            }
        }
        return new Timing(median(small), median(large));
    }

    private static boolean isEnough(List<Double> millis) {
        return millis.size() >= LONG_REQUESTS && median(millis) > LONG;
    }

    private static double median(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    double ratio() {
        return large / small;
    }
}
