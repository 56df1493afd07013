package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An emergency stop whose lines are read while it goes on. Closing it leaves it. */
public final class StopStream implements AutoCloseable {

    private final BufferedReader lines;

    private StopStream(BufferedReader lines) {
        this.lines = lines;
    }

    /** Begins one, as the owner. */
    public static StopStream open(TestRealm realm, String filter) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.admin().url("api-credentials/emergency-stop")))
                .header("Authorization", "Bearer " + realm.token(Person.OWNER))
                .header("Content-Type", "application/json")
                .timeout(Patience.ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"filter\":" + filter + ",\"reason\":\"A secret was published\"}"))
                .build();
        try {
            var answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new AssertionError("HTTP " + answer.statusCode());
            }
            return new StopStream(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Its next line, when it is there. */
    public JsonNode next() {
        try {
            return Answer.parse(Objects.requireNonNull(lines.readLine(), "another line"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
