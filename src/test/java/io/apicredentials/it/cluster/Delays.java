package io.apicredentials.it.cluster;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How long after the answer to a change other nodes answered accordingly: until the end of the first request that did, so
 * that the time of at least one request is in it.
 *
 * @param seen in increasing order
 * @param never how many were not seen in time
 * @param atOnce how many the first request showed
 */
record Delays(Change change, List<Duration> seen, int never, int atOnce) {

    private static final Duration MOST = Duration.ofSeconds(10);

    /**
     * Makes a change again and again, each time of another credential that all nodes have in their caches.
     *
     * @param realm the same realm on each node; the change is made on the first
     */
    static Delays measure(Change change, List<TestRealm> realm, int changes) {
        TestRealm here = realm.get(0);
        List<TestRealm> others = realm.subList(1, realm.size());
        List<Duration> seen = new ArrayList<>();
        int atOnce = 0;
        for (int number = 0; number < changes; number++) {
            ClientCredentials credential = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            String token = here.tokenEndpoint().request(credential).accessToken();
            others.forEach(there -> {
                there.tokenEndpoint().request(credential).expect(200);
                there.isActive(token);
            });
            Predicate<TestRealm> counts = change.make(here, credential, token);
            atOnce += look(counts, others, seen);
        }
        seen.sort(Comparator.naturalOrder());
        return new Delays(change, List.copyOf(seen), changes * others.size() - seen.size(), atOnce);
    }

    private static int look(Predicate<TestRealm> counts, List<TestRealm> others, List<Duration> seen) {
        long answered = System.nanoTime();
        List<TestRealm> waiting = new ArrayList<>(others);
        int atOnce = 0;
        for (int looks = 0; !waiting.isEmpty() && System.nanoTime() - answered < MOST.toNanos(); looks++) {
            for (TestRealm there : List.copyOf(waiting)) {
                if (counts.test(there)) {
                    seen.add(Duration.ofNanos(System.nanoTime() - answered));
                    waiting.remove(there);
                    atOnce += looks == 0 ? 1 : 0;
                }
            }
        }
        return atOnce;
    }

    /** The time that so many of a hundred were not longer than, of those that were seen; when none was, what was waited for. */
    Duration percentile(int percent) {
        return seen.isEmpty() ? MOST : seen.get(Math.max(0, (seen.size() * percent + 99) / 100 - 1));
    }

    /** A row of a table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d |",
                change,
                seen.size() + never,
                percentile(50).toMillis(),
                percentile(99).toMillis(),
                percentile(100).toMillis(),
                atOnce,
                never);
    }
}
