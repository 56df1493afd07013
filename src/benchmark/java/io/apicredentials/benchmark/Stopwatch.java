package io.apicredentials.benchmark;

import java.time.Duration;

/** The time that passes, and the processor time that a process uses in it. */
final class Stopwatch {

    private final ProcessHandle process;
    private long started;
    private long stopped;
    private Duration processorTimeBefore = Duration.ZERO;
    private Duration processorTimeAfter = Duration.ZERO;

    Stopwatch(ProcessHandle process) {
        this.process = process;
    }

    void start() {
        processorTimeBefore = processorTime();
        started = System.nanoTime();
    }

    /** Stops; later stops replace earlier ones. */
    void stop() {
        stopped = System.nanoTime();
        processorTimeAfter = processorTime();
    }

    /** The time since the start, whether it has been stopped or not. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    double seconds() {
        return (stopped - started) / 1e9;
    }

    double processorSeconds() {
        return processorTimeAfter.minus(processorTimeBefore).toNanos() / 1e9;
    }

    /** 1 for a process that kept one core busy. */
    double processorShare() {
        return processorSeconds() / seconds();
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
