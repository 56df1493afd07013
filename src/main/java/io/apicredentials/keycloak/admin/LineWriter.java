package io.apicredentials.keycloak.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Sends lines to a reader, on a thread of its own: a stream waits for as long as its reader does not read, and whoever has
 * something to say must not. What the reader is behind with is kept up to a bound. Past that, or when the reader has left, it is
 * sent nothing more, and misses the end; unless it is waited for.
 */
final class LineWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LineWriter.class);

    private final Queue<byte[]> lines = new ArrayDeque<>();
    private final OutputStream output;
    private final String what;
    private final int most;
    private final Thread thread;
    private int kept;
    private boolean isHeard = true;
    private boolean isWaitedFor;
    private boolean isEnding;

    /**
     * Begins.
     *
     * @param what is being told, for the log
     * @param most how many bytes a reader may be behind
     */
    static LineWriter start(OutputStream output, String what, int most) {
        LineWriter writer = new LineWriter(output, what, most);
        writer.thread.start();
        return writer;
    }

    private LineWriter(OutputStream output, String what, int most) {
        this.output = output;
        this.what = what;
        this.most = most;
        this.thread = new Thread(this::run, "api-credential-lines");
        thread.setDaemon(true);
    }

    /** Has a line sent, as soon as the reader takes it. It does not wait. */
    synchronized void write(String line) {
        byte[] bytes = bytes(line);
        if (isHeard && !hasRoom(bytes)) {
            isHeard = false;
            LOG.infof("%s goes on, although its caller does not read what it says", what);
        }
        keep(bytes);
    }

    /**
     * The same, and waits while there is no room for it.
     *
     * @return false when the reader has left
     */
    synchronized boolean writeInTime(String line) {
        byte[] bytes = bytes(line);
        isWaitedFor = !hasRoom(bytes);
        try {
            while (isHeard && !hasRoom(bytes)) {
                wait();
            }
        } catch (InterruptedException ending) {
            isHeard = false;
            Thread.currentThread().interrupt();
        } finally {
            isWaitedFor = false;
        }
        keep(bytes);
        return isHeard;
    }

    /** Whether nothing goes on before the reader takes something. */
    synchronized boolean isWaitedFor() {
        return isWaitedFor || isEnding;
    }

    /** Waits until the reader has all that is kept for it, or has left. */
    @Override
    public void close() {
        synchronized (this) {
            isEnding = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A line alone may be of any length. */
    private boolean hasRoom(byte[] line) {
        return kept == 0 || kept + line.length <= most;
    }

    private void keep(byte[] line) {
        if (isHeard) {
            lines.add(line);
            kept += line.length;
            notifyAll();
        }
    }

    private void run() {
        try {
            for (Optional<byte[]> line = next(); line.isPresent(); line = next()) {
                output.write(line.get());
                if (sent(line.get())) {
                    output.flush();
                }
            }
            output.flush();
        } catch (IOException gone) {
            LOG.infof("%s: its caller has left", what);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /** The next line; empty at the end. It stays among those that are kept until it is sent. */
    private synchronized Optional<byte[]> next() throws InterruptedException {
        while (lines.isEmpty() && !isEnding) {
            wait();
        }
        return Optional.ofNullable(lines.poll());
    }

    /** @return whether there is no other one at present */
    private synchronized boolean sent(byte[] line) {
        kept -= line.length;
        notifyAll();
        return lines.isEmpty();
    }

    private synchronized void leave() {
        isHeard = false;
        lines.clear();
        notifyAll();
    }
}
