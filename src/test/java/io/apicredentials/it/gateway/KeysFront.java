package io.apicredentials.it.gateway;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Keystore;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out the keys of a realm as its server does, counts how often, and has TLS for those who read keys in no other way. */
final class KeysFront implements AutoCloseable {

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer front;
    private final String realm;

    private KeysFront(HttpServer front, String realm) {
        this.front = front;
        this.realm = realm;
    }

    static KeysFront start(KeycloakServer server, TestRealm realm) {
        try {
            HttpServer front = HttpServer.create(address(), 0);
            return started(front, "http", server, realm);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts one with TLS, by the key of a realm that has a keystore. */
    static KeysFront startWithTls(KeycloakServer server, TestRealm realm) {
        try {
            HttpsServer front = HttpsServer.create(address(), 0);
            front.setHttpsConfigurator(new HttpsConfigurator(Keystore.tls(server, realm.name())));
            return started(front, "https", server, realm);
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeysFront started(HttpServer server, String scheme, KeycloakServer keycloak, TestRealm realm) {
        String url = scheme + "://127.0.0.1:" + server.getAddress().getPort();
        KeysFront front = new KeysFront(server, realm.url().replace(keycloak.url(), url));
        server.createContext("/", exchange -> {
            front.requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            String address = keycloak.url() + exchange.getRequestURI();
            Answer answer = Http.from(KeycloakServer.LOCALHOST).get(address, Fields.none());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            answer.header("Cache-Control")
                    .ifPresent(value -> exchange.getResponseHeaders().add("Cache-Control", value));
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return front;
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The address of the realm here. */
    String realm() {
        return realm;
    }

    /** How often it was asked. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        front.stop(0);
    }
}
