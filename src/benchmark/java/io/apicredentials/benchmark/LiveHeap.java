package io.apicredentials.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes of a process' heap are in use once the garbage has been collected. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)\\s*$", Pattern.MULTILINE);

    private LiveHeap() {}

    /**
     * Collects, and measures.
     *
     * @param java a Java process of this user
     */
    static long bytesOf(ProcessHandle java) {
        // Weak and soft references are let go of in two steps.
        histogram(java);
        Matcher total = TOTAL.matcher(histogram(java));
        if (!total.find()) {
            throw new IllegalStateException("jcmd does not tell how much of the heap is in use");
        }
        return Long.parseLong(total.group(1));
    }

    private static String histogram(ProcessHandle java) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(java.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
