package io.apicredentials.benchmark;

import java.util.stream.DoubleStream;

/** Where some figures lie. */
record Spread(double lowest, double median, double highest) {

    static Spread of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
