package io.apicredentials.it.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The telephone of a person (CIBA): the server sends it a request to log in, and the person agrees. */
final class AuthenticationDevice {

    private static final BlockingQueue<String> REQUESTS = new ArrayBlockingQueue<>(100);
    private static final HttpServer SERVER = start();

    private AuthenticationDevice() {}

    /** Where the server sends its requests to. */
    static String url() {
        return "http://" + KeycloakServer.LOCALHOST + ":" + SERVER.getAddress().getPort() + "/";
    }

    /** Agrees to the request that came last. */
    static void agree(String realmUrl) {
        String authorization = REQUESTS.remove();
        Http.from(KeycloakServer.LOCALHOST)
                .send(
                        "POST",
                        realmUrl + "/protocol/openid-connect/ext/ciba/auth/callback",
                        Fields.of("Authorization", authorization).and("Content-Type", "application/json"),
                        "{\"status\":\"SUCCEED\"}")
                .expect(200);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", AuthenticationDevice::receive);
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            REQUESTS.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(201, -1);
        }
    }
}
