package io.apicredentials.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one party made of its server while it alone had its turn. Gatling's own statistics are of a whole run, so it is put
 * together here from the response times that Gatling measures. An answer counts if it comes before the end.
 */
final class Window {

    private final Party party;
    private final Stopwatch stopwatch;
    private final Instant begin = Instant.now();
    private final List<Integer> responseTimes = new ArrayList<>();
    private final Map<String, Integer> unexpected = new TreeMap<>();
    private boolean isOpen = true;

    /** Begins now. */
    Window(Party party) {
        this.party = party;
        this.stopwatch = new Stopwatch(party.server());
        stopwatch.start();
    }

    Party party() {
        return party;
    }

    synchronized void answered(int status, int milliseconds) {
        if (status != party.expectedStatus()) {
            unexpected.merge("HTTP " + status, 1, Integer::sum);
        } else if (isOpen) {
            responseTimes.add(milliseconds);
        }
    }

    synchronized void notAnswered() {
        unexpected.merge("no answer", 1, Integer::sum);
    }

    synchronized boolean isOver(Duration length) {
        return stopwatch.elapsed().compareTo(length) >= 0;
    }

    synchronized void close() {
        stopwatch.stop();
        isOpen = false;
    }

    synchronized double perSecond() {
        return responseTimes.size() / stopwatch.seconds();
    }

    /** The response time, in milliseconds, that this share of the answers did not exceed. */
    synchronized int percentile(double percent) {
        List<Integer> sorted = responseTimes.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * percent / 100) - 1);
    }

    /** Processor time of the server for one answer, in milliseconds. */
    synchronized double processorMillis() {
        return stopwatch.processorSeconds() * 1000 / responseTimes.size();
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(begin) && instant.isBefore(begin.plusNanos((long) (stopwatch.seconds() * 1e9)));
    }

    /** Sentences on answers that nobody expected. */
    synchronized List<String> problems() {
        return unexpected.entrySet().stream()
                .map(entry -> party.name() + ": " + entry.getValue() + " requests got " + entry.getKey()
                        + " instead of HTTP " + party.expectedStatus())
                .toList();
    }
}
