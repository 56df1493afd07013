package io.apicredentials.keycloak.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Sends lines to a reader, on a thread of its own: a stream waits for as long as its reader does not read, and whoever has
 * something to say must not. What the reader is behind with is kept up to a bound. Past that, or when the reader has left, it is
 * sent nothing more, and misses the end.
 */
final class LineWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LineWriter.class);

    /** No line has it. */
    private static final String END = "\n";

    private final BlockingQueue<String> lines;
    private final OutputStream output;
    private final String what;
    private final Thread thread;
    private volatile boolean isHeard = true;

    /**
     * Begins.
     *
     * @param what is being told, for the log
     * @param most how many lines a reader may be behind
     */
    static LineWriter start(OutputStream output, String what, int most) {
        LineWriter writer = new LineWriter(output, what, most);
        writer.thread.start();
        return writer;
    }

    private LineWriter(OutputStream output, String what, int most) {
        this.output = output;
        this.what = what;
        this.lines = new LinkedBlockingQueue<>(most);
        this.thread = new Thread(this::run, "api-credential-lines");
        thread.setDaemon(true);
    }

    /** Has a line sent, as soon as the reader takes it. It does not wait. */
    void write(String line) {
        if (isHeard && !lines.offer(line)) {
            isHeard = false;
            LOG.infof("%s goes on, although its caller does not read what it says", what);
        }
    }

    /** Waits until the reader has all that is kept for it, or has left. */
    @Override
    public void close() {
        try {
            lines.put(END);
            thread.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                if (lines.isEmpty()) {
                    output.flush();
                }
            }
            output.flush();
        } catch (IOException gone) {
            LOG.infof("%s goes on, although its caller has left", what);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            isHeard = false;
            // The thread that ends it then finds a place among them.
            lines.clear();
        }
    }
}
