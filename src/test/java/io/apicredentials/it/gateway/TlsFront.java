package io.apicredentials.it.gateway;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Keystore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Gives out by TLS what a server without it answers, for those who read keys over TLS only. */
final class TlsFront implements AutoCloseable {

    private final HttpsServer front;

    private TlsFront(HttpsServer front) {
        this.front = front;
    }

    /** Starts one, with the key of a realm that has a keystore. */
    static TlsFront start(KeycloakServer server, String realm) {
        try {
            HttpsServer front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            front.setHttpsConfigurator(new HttpsConfigurator(Keystore.tls(server, realm)));
            front.createContext("/", exchange -> {
                String url = server.url() + exchange.getRequestURI();
                Answer answer = Http.from(KeycloakServer.LOCALHOST).get(url, Fields.none());
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            front.start();
            return new TlsFront(front);
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String url() {
        return "https://127.0.0.1:" + front.getAddress().getPort();
    }

    @Override
    public void close() {
        front.stop(0);
    }
}
