package io.apicredentials.it.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network before one port: whatever comes to the one is brought to the other, unless it is cut. What is under way
 * then stays there, and nobody is told, as when a cable is pulled; when it is mended, connections of before are closed.
 */
final class Relay implements AutoCloseable {

    private final InetSocketAddress entrance;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cut;
    private volatile ServerSocket listening;

    /** From one port of the loopback interface to another. */
    Relay(int entrance, int target) {
        this.entrance = new InetSocketAddress(InetAddress.getLoopbackAddress(), entrance);
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        this.listening = listen();
    }

    void cut() {
        cut = true;
        close(listening);
    }

    void heal() {
        sockets.forEach(Relay::close);
        sockets.clear();
        cut = false;
        listening = listen();
    }

    @Override
    public void close() {
        close(listening);
        sockets.forEach(Relay::close);
        threads.shutdownNow();
    }

    private ServerSocket listen() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(entrance);
            threads.execute(() -> accept(socket));
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot listen at " + entrance, failed);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException closed) {
                // By a cut, or at the end: the loop says which.
            }
        }
    }

    private void connect(Socket from) {
        sockets.add(from);
        Socket to = new Socket();
        sockets.add(to);
        try {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            to.connect(target);
            threads.execute(() -> pump(from, to));
            threads.execute(() -> pump(to, from));
        } catch (IOException refused) {
            end(from, to);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (cut) {
                    // The sockets stay open, and unread, until it is mended.
                    return;
                }
                out.write(bytes, 0, length);
            }
        } catch (IOException closed) {
            // What follows is the same as at the end of the stream.
        }
        if (!cut) {
            end(from, to);
        }
    }

    private void end(Socket from, Socket to) {
        close(from);
        close(to);
        sockets.remove(from);
        sockets.remove(to);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
