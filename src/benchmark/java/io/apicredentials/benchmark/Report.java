package io.apicredentials.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A contest as a table in Markdown, and whether its targets are met. Each figure is the median over the rounds. */
final class Report {

    private static final String HEAD = "| %-19s | %9s | %19s | %8s | %8s | %13s |";
    private static final String LINE = "| %-19s | %9.0f | %8.0f to %7.0f | %8.0f | %8.0f | %13.2f |";

    private final Contest contest;
    private final List<String> lines = new ArrayList<>();

    private Report(Contest contest) {
        this.contest = contest;
    }

    static String of(Contest contest) {
        Report report = new Report(contest);
        report.add("### %s", contest.title());
        report.add("");
        report.addTable();
        report.addRemarks();
        return String.join("\n", report.lines);
    }

    private void addTable() {
        add(
                HEAD,
                contest.rounds().size() + " rounds",
                "answers/s",
                "lowest to highest",
                "p50 (ms)",
                "p99 (ms)",
                "CPU ms/answer");
        add("|---------------------|----------:|--------------------:|---------:|---------:|--------------:|");
        for (Party party : contest.parties()) {
            Spread rate = spread(party, Window::perSecond);
            add(
                    LINE,
                    party.name(),
                    rate.median(),
                    rate.lowest(),
                    rate.highest(),
                    spread(party, window -> window.percentile(50)).median(),
                    spread(party, window -> window.percentile(99)).median(),
                    spread(party, Window::processorMillis).median());
        }
        add("");
    }

    private void addRemarks() {
        contest.targets().forEach(target -> add("* %s", target.verdict(contest)));
        List<String> unsteady = contest.unsteady().stream().map(Party::name).toList();
        if (!unsteady.isEmpty()) {
            add("* Not steady when measuring began: %s", String.join(", ", unsteady));
        }
        add("");
    }

    private Spread spread(Party party, ToDoubleFunction<Window> figure) {
        return Spread.of(contest.rounds().stream().mapToDouble(round -> figure.applyAsDouble(round.get(party))));
    }

    private void add(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
    }
}
