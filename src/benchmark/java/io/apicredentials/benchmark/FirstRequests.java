package io.apicredentials.benchmark;

import io.apicredentials.testing.ClientCredentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** One request of each client of a party, so that all of them are in the caches as far as there is room. */
final class FirstRequests {

    private static final int AT_A_TIME = 8;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private FirstRequests() {}

    /** Makes them. What they are answered is looked at when it is measured. */
    static void of(Party party) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Semaphore places = new Semaphore(AT_A_TIME);
        List<CompletableFuture<Void>> answers = party.clients().stream()
                .map(client -> {
                    places.acquireUninterruptibly();
                    return http.sendAsync(request(party, client), BodyHandlers.discarding())
                            .whenComplete((answer, failed) -> places.release())
                            .<Void>thenApply(answer -> null);
                })
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private static HttpRequest request(Party party, ClientCredentials client) {
        String form = "grant_type=client_credentials&client_id=" + client.clientId() + "&client_secret="
                + client.clientSecret();
        return HttpRequest.newBuilder(URI.create(party.tokenUrl()))
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}
