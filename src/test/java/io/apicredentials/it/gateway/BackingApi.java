package io.apicredentials.it.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API that checks nothing, since a gateway in front of it does. */
final class BackingApi implements AutoCloseable {

    private final List<List<String>> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private BackingApi(HttpServer server) {
        this.server = server;
    }

    static BackingApi start() {
        return startAndRefuse(0);
    }

    /** One that refuses so many requests, as if their tokens had ended, and no later one. */
    static BackingApi startAndRefuse(int first) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            BackingApi api = new BackingApi(server);
            server.createContext("/", exchange -> {
                api.authorizations.add(
                        List.copyOf(exchange.getRequestHeaders().getOrDefault("Authorization", List.of())));
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(api.authorizations.size() > first ? 200 : 401, -1);
                exchange.close();
            });
            server.start();
            return api;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The headers that authorized each request. */
    List<List<String>> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
