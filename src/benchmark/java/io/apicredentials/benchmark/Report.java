package io.apicredentials.benchmark;

import io.apicredentials.benchmark.Comparison.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rounds as a table in Markdown, and whether the targets are met. A ratio is taken within a round before the median
 * is taken over the rounds, so that what slows the whole machine down for a while cancels out.
 */
final class Report {

    private static final double CREDENTIAL_TARGET = 1.5;
    private static final double REFUSAL_TARGET = 2;
    private static final double BEFORE_TARGET = 0.97;
    private static final String LINE = "| %-6s | %-15s | %9s | %8s | %8s | %13s |";

    private final List<Round> rounds;
    private final List<String> lines = new ArrayList<>();

    private Report(List<Round> rounds) {
        this.rounds = rounds;
    }

    static String of(List<Round> rounds) {
        Report report = new Report(rounds);
        report.addTable();
        report.addVerdicts();
        return String.join("\n", report.lines);
    }

    private void addTable() {
        add(LINE, "round", "", "answers/s", "p50 (ms)", "p99 (ms)", "CPU ms/answer");
        add("|--------|-----------------|----------:|---------:|---------:|--------------:|");
        IntStream.range(0, rounds.size())
                .forEach(index -> addLines(Integer.toString(index + 1), rounds.subList(index, index + 1)));
        addLines("median", rounds);
        add("");
    }

    private void addLines(String name, List<Round> ofRounds) {
        addLine(name, "stock client", ofRounds, Round::stock);
        addLine(name, "API credential", ofRounds, Round::credential);
        if (hasBefore()) {
            addLine(
                    name,
                    "version before",
                    ofRounds,
                    round -> round.before().orElseThrow().credential());
        }
        addLine(name, "refused address", ofRounds, Round::refused);
    }

    private void addLine(String name, String load, List<Round> ofRounds, Function<Round, Measurement> measurement) {
        add(
                LINE,
                name,
                load,
                number(
                        "%.0f",
                        median(ofRounds, round -> measurement.apply(round).perSecond())),
                number(
                        "%.0f",
                        median(ofRounds, round -> measurement.apply(round).percentile(50))),
                number(
                        "%.0f",
                        median(ofRounds, round -> measurement.apply(round).percentile(99))),
                number(
                        "%.2f",
                        median(ofRounds, round -> measurement.apply(round).processorMillis())));
    }

    private void addVerdicts() {
        double speed = median(
                rounds, round -> round.credential().perSecond() / round.stock().perSecond());
        double refusal = median(
                rounds,
                round -> round.refused().perSecond() / round.credential().perSecond());
        if (hasBefore()) {
            double beside = median(
                    rounds,
                    round -> round.credential().perSecond()
                            / round.before().orElseThrow().credential().perSecond());
            add(
                    "* API credential / that of the version before: %.2f times the tokens/s; target: at least %.2f: %s",
                    beside, BEFORE_TARGET, verdict(beside >= BEFORE_TARGET));
        }
        double slowest = median(rounds, round -> round.credential().percentile(99));
        double stockSlowest = median(rounds, round -> round.stock().percentile(99));
        add(
                "* API credential / stock client: %.2f times the tokens/s; target: at least %.1f: %s",
                speed, CREDENTIAL_TARGET, verdict(speed >= CREDENTIAL_TARGET));
        add(
                "* API credential p99: %.0f ms, stock client %.0f ms; target: not above: %s",
                slowest, stockSlowest, verdict(slowest <= stockSlowest));
        add(
                "* refused address / API credential: %.2f times the answers/s; target: at least %.1f: %s",
                refusal, REFUSAL_TARGET, verdict(refusal >= REFUSAL_TARGET));
        add("");
    }

    private boolean hasBefore() {
        return rounds.stream().allMatch(round -> round.before().isPresent());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}
