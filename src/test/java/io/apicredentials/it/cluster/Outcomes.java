package io.apicredentials.it.cluster;

import io.apicredentials.testing.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one node has answered, by status, and for how long it has answered nothing that was a success. */
final class Outcomes {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unclear = new ArrayList<>();
    private long lastSuccess = System.nanoTime();
    private Duration longestGap = Duration.ZERO;

    /** Notes an answer to a request that is correct. */
    synchronized void note(String request, Answer answer) {
        counts.merge(request + " " + answer.status(), 1, Integer::sum);
        if (answer.status() < 300) {
            succeeded();
        } else if (isUnclear(answer)) {
            unclear.add(request + " " + answer.status() + " " + answer.body());
        }
    }

    /** Notes that there was no answer. */
    synchronized void noteNone(String request) {
        counts.merge(request, 1, Integer::sum);
    }

    /** How often there was something else than a success. */
    synchronized int failures() {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().matches(".* 2\\d\\d"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Answers that name a program's inside, blame the sender of a correct request, or say nothing but that something broke. */
    synchronized List<String> unclear() {
        return List.copyOf(unclear);
    }

    /** Says that nothing more is asked for. */
    synchronized void end() {
        gap();
    }

    synchronized Duration longestGap() {
        return longestGap;
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }

    private void succeeded() {
        gap();
        lastSuccess = System.nanoTime();
    }

    private void gap() {
        Duration gap = Duration.ofNanos(System.nanoTime() - lastSuccess);
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
    }

    private static boolean isUnclear(Answer answer) {
        return List.of(400, 401, 403, 500).contains(answer.status())
                || answer.body().contains("\tat ")
                || answer.body().contains("Exception");
    }
}
