package io.apicredentials.benchmark.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PasswordLogin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;

/** An administrator with one connection, who looks at the clock. */
final class Client {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String url;
    private final PasswordLogin login;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(String url) {
        this.url = url;
        this.login = new PasswordLogin(url + "/realms/master", "admin-cli", KeycloakServer.ADMIN, KeycloakServer.ADMIN);
    }

    /** How many milliseconds the answer took. */
    double get(String path) {
        return send(request(path).GET().build(), 200).millis;
    }

    /** How many entries the answer has; empty where it is no list. */
    OptionalInt entries(String path) {
        try {
            JsonNode answer =
                    new ObjectMapper().readTree(send(request(path).GET().build(), 200).body);
            return answer.isArray() ? OptionalInt.of(answer.size()) : OptionalInt.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Answer(double millis, String body) {}

    /** The same of a creation. */
    double create(String path, String json) {
        return send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build(),
                        201)
                .millis;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + login.get());
    }

    private Answer send(HttpRequest request, int expected) {
        try {
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            double millis = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return new Answer(millis, answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}
