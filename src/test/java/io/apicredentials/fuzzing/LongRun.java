package io.apicredentials.fuzzing;

import io.apicredentials.testing.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The main class of {@code mvn -Pfuzz process-test-classes}: many random inputs for each target, some long ones whose
 * time is taken, then as many as Jazzer makes guided by the coverage they reach. Ends at the first failure, and prints
 * how to have it again.
 */
public final class LongRun {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final int SLOWNESS = 10;

    /** How many times longer than others the inputs are by which growth is seen. */
    private static final int LENGTH = 500;

    private LongRun() {}

    /** Takes the folder to work in, and how many random and how many guided inputs a target gets. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int random = Integer.parseInt(arguments[1]);
        int guided = Integer.parseInt(arguments[2]);
        long start = System.nanoTime();
        long total = 0;
        for (FuzzTarget target : FuzzTarget.values()) {
            int divisor = target.isSlow() ? SLOWNESS : 1;
            random(target, random / divisor);
            growth(target, random / divisor / LENGTH);
            guided(target, guided / divisor, folder.resolve(target.name().toLowerCase(Locale.ROOT)));
            total += (random + guided) / divisor;
        }
        System.out.printf(Locale.ROOT, "%,d inputs in %d s, none failed%n", total, seconds(start));
    }

    private static void random(FuzzTarget target, int count) {
        long start = System.nanoTime();
        Mutator mutator = new Mutator(target.seeds());
        RandomCases.forEach(count, random -> target.check(mutator.next(random)));
        System.out.printf(Locale.ROOT, "%s: %,d random inputs in %d s%n", target, count, seconds(start));
    }

    private static void growth(FuzzTarget target, int count) {
        long start = System.nanoTime();
        Mutator mutator = new Mutator(target.seeds());
        RandomCases.forEach(count, random -> Growth.check(target, mutator.repetition(random)));
        System.out.printf(Locale.ROOT, "%s: %,d long inputs in %d s%n", target, count, seconds(start));
    }

    private static void guided(FuzzTarget target, int count, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int index = 0; index < target.seeds().size(); index++) {
            Files.writeString(corpus.resolve("seed" + index), target.seeds().get(index));
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-D" + CoverageGuided.TARGET + "=" + target,
                        "-cp",
                        System.getProperty("java.class.path"),
                        JAZZER,
                        "--target_class=" + CoverageGuided.class.getName(),
                        // What libraries do inside is not ours, and watching expressions costs most of the time.
                        "--instrumentation_includes=io.apicredentials.**",
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + count,
                        "-max_len=2048",
                        "-print_final_stats=1",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError(target + ": Jazzer ended with " + status
                    + "; the seed, the failure and the input are in " + log + ":\n" + end(log));
        }
        System.out.printf(Locale.ROOT, "%s: %,d guided inputs in %d s%n", target, count, seconds(start));
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
