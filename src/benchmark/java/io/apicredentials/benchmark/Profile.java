package io.apicredentials.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a server's processor time goes while tokens of API credentials are asked for, by Java's flight recorder. */
final class Profile {

    private static final String RECORDING = "tokens";
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final int METHODS = 25;

    private final ServerUnderTest server;
    private final Path file;

    private Profile(ServerUnderTest server, Path file) {
        this.server = server;
        this.file = file;
    }

    static Profile start(ServerUnderTest server) {
        try {
            Path file = Files.createTempFile("tokens-", ".jfr");
            file.toFile().deleteOnExit();
            Profile profile = new Profile(server, file);
            profile.command("JFR.start", "name=" + RECORDING, "settings=profile");
            return profile;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Has to be called while the server is running. */
    void end() {
        command("JFR.dump", "name=" + RECORDING, "filename=" + file);
    }

    /** A table for each contest on this server: the methods that most samples were taken in. */
    List<String> report(List<Contest> contests) {
        try {
            List<RecordedEvent> samples = new ArrayList<>();
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    RecordedEvent event = recording.readEvent();
                    if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                        samples.add(event);
                    }
                }
            }
            return contests.stream().flatMap(contest -> table(contest, samples)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Stream<String> table(Contest contest, List<RecordedEvent> samples) {
        List<Window> windows = contest.rounds().stream()
                .flatMap(round -> round.values().stream())
                .filter(window -> window.party().name().equals(BenchmarkRealm.CREDENTIAL))
                .filter(window -> window.party().server().equals(server.process()))
                .toList();
        Map<String, Integer> methods = new TreeMap<>();
        int all = 0;
        for (RecordedEvent sample : samples) {
            if (windows.stream().anyMatch(window -> window.contains(sample.getStartTime()))) {
                methods.merge(top(sample.getStackTrace()), 1, Integer::sum);
                all++;
            }
        }
        if (all == 0) {
            return Stream.empty();
        }
        StringBuilder table = new StringBuilder("### " + contest.title() + ": samples of tokens, of " + all + "\n\n"
                + "| share | method |\n|---:|---|\n");
        int total = all;
        methods.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(METHODS)
                .forEach(entry -> table.append(String.format(
                        Locale.ROOT, "| %.1f %% | `%s` |%n", 100.0 * entry.getValue() / total, entry.getKey())));
        return Stream.of(table.toString());
    }

    private static String top(RecordedStackTrace stack) {
        RecordedMethod method = stack.getFrames().get(0).getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    private void command(String... arguments) {
        Path java = Path.of(server.process().info().command().orElseThrow());
        List<String> command = new ArrayList<>(List.of(
                java.resolveSibling("jcmd").toString(),
                Long.toString(server.process().pid())));
        command.addAll(List.of(arguments));
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The flight recorder of the server could not be used: " + command);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
