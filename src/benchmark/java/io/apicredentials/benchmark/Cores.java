package io.apicredentials.benchmark;

import java.io.IOException;
import java.util.List;

/** Keeps the load generator from taking processor time away from the server that it measures. */
final class Cores {

    private Cores() {}

    /**
     * Binds a process to one core.
     *
     * @return false where that cannot be done: no Linux, no taskset, or no such core
     */
    static boolean pin(ProcessHandle process, int core) {
        List<String> command = List.of("taskset", "-acp", Integer.toString(core), Long.toString(process.pid()));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
