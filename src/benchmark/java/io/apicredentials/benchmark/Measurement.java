package io.apicredentials.benchmark;

import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one load made of the server in one round. Gatling's own statistics are of a whole run, so it is put together here
 * from the response times that Gatling measures.
 */
final class Measurement {

    private final Load load;
    private final String round;
    private final Stopwatch stopwatch;
    private final List<Integer> responseTimes = new ArrayList<>();
    private final Map<String, Integer> unexpected = new TreeMap<>();
    private boolean begun;

    /** Nothing measured yet. */
    Measurement(Load load, String round, ProcessHandle server) {
        this.load = load;
        this.round = round;
        this.stopwatch = new Stopwatch(server);
    }

    String name() {
        return load.realm() + ", " + round + ", " + load.name();
    }

    /** What Gatling is to do. */
    PopulationBuilder population(Duration duration, int users) {
        return load.population(this, duration, users);
    }

    /** A virtual user begins; the first one counts. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            stopwatch.start();
        }
    }

    synchronized void answered(int milliseconds) {
        responseTimes.add(milliseconds);
    }

    synchronized void unexpected(String answer) {
        unexpected.merge(answer, 1, Integer::sum);
    }

    /** A virtual user has had its last answer; the last one counts. */
    synchronized void end() {
        stopwatch.stop();
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

    /** Sentences on answers that nobody expected. */
    synchronized List<String> problems() {
        return unexpected.entrySet().stream()
                .map(entry -> name() + ": " + entry.getValue() + " requests got " + entry.getKey() + " instead of HTTP "
                        + load.expectedStatus())
                .toList();
    }
}
