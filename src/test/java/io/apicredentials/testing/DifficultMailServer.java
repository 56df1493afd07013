package io.apicredentials.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server of this process that lets its callers wait, or refuses what it is given; no mail ever arrives. */
public final class DifficultMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final CountDownLatch greeting;
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);

    private DifficultMailServer(CountDownLatch greeting) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.greeting = greeting;
        start(this::accept);
    }

    /** One that knows no address. */
    public static DifficultMailServer refusing() {
        return new DifficultMailServer(new CountDownLatch(0));
    }

    /** One that says nothing until it is closed. */
    public static DifficultMailServer silent() {
        return new DifficultMailServer(new CountDownLatch(1));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The addresses that it was asked for, in their order. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Waits until somebody calls. */
    public void awaitCall() throws InterruptedException {
        called.await();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket caller = socket.accept();
                called.countDown();
                start(() -> talk(caller));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            greeting.await();
            say(caller, "220 difficult");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    refused.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                    say(caller, "550 no such address");
                } else {
                    say(caller, command.startsWith("QUIT") ? "221 bye" : "250 yes");
                }
            }
        } catch (IOException gone) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "difficult-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        greeting.countDown();
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
