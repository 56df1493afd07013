package io.apicredentials.it.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that checks nothing, since a gateway in front of it does. */
final class BackingApi implements AutoCloseable {

    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private BackingApi(HttpServer server) {
        this.server = server;
    }

    static BackingApi start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            BackingApi api = new BackingApi(server);
            server.createContext("/", exchange -> {
                api.requests.incrementAndGet();
                api.authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, -1);
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

    int requests() {
        return requests.get();
    }

    /** What the requests were authorized by, each once. */
    Set<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
