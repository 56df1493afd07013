package io.apicredentials.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The rates of a party before it is measured. */
final class WarmUp {

    /** How many successive windows have to agree, and by how much they may differ. */
    private static final int WINDOWS = 3;

    private static final double DIFFERENCE = 0.05;

    private final List<Double> rates = new ArrayList<>();

    void add(double perSecond) {
        rates.add(perSecond);
    }

    /** Whether the last three rates differ by less than a twentieth. */
    boolean isSteady() {
        if (rates.size() < WINDOWS) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - WINDOWS, rates.size());
        double highest = last.stream().mapToDouble(rate -> rate).max().orElseThrow();
        double lowest = last.stream().mapToDouble(rate -> rate).min().orElseThrow();
        return highest - lowest < DIFFERENCE * highest;
    }
}
