package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** Ports of the loopback interface, for programs that cannot choose one themselves. */
public final class LocalPort {

    private LocalPort() {}

    /** One that nobody listens at. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One that nobody listens at, nor at the next one. */
    public static int freePair() {
        int port = free();
        while (!isFree(port + 1)) {
            port = free();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Something, once somebody listens there. */
    public static Optional<Boolean> listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Optional.of(socket.isConnected());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
