package io.apicredentials.benchmark;

import java.util.List;
import java.util.Locale;

/** What it costs that a credential is one of many, and that it is in no cache. */
final class CacheContests {

    /** More than Keycloak's caches have room for from the start. */
    static final int MANY = 20_000;

    /** As many as the admin API is measured with. */
    static final int MOST = 100_000;

    private static final int SOME = 2_000;

    /** That many more entries than those of credentials, as Keycloak has from the start. */
    private static final int BASE = 10_000;

    private static final double SAME = 1 / 1.15;
    private static final double COLD = 1.2;

    /** Room for a realm and its settings, and for a few of its clients. */
    static final List<String> SMALL_CACHES = caches(400, 100);

    private CacheContests() {}

    /** Of Keycloak's options, by the rule in docs/configuration.md, for as many credentials as are in use. */
    static List<String> recommendedCaches(int number) {
        return caches(4 * number + BASE, 2 * number + BASE);
    }

    private static List<String> caches(int realms, int users) {
        return List.of("--cache-embedded-realms-max-count=" + realms, "--cache-embedded-users-max-count=" + users);
    }

    /** With Keycloak's own sizes, in which two thousand have room. */
    static Contest withDefaultCaches(ServerUnderTest server, BenchmarkSettings settings) {
        return beside(
                "PostgreSQL, user events off, 2,000 credentials, default caches",
                BenchmarkRealm.create(server, "some", false),
                SOME,
                true,
                settings);
    }

    /** With the same sizes, in which twenty thousand have no room: it is told, and has no target. */
    static Contest withTooSmallCaches(ServerUnderTest server, BenchmarkSettings settings) {
        return beside(
                "PostgreSQL, user events off, 20,000 credentials, default caches",
                BenchmarkRealm.create(server, "many", false),
                MANY,
                false,
                settings);
    }

    /** With room for all of them. */
    static Contest withRecommendedCaches(ServerUnderTest server, int number, BenchmarkSettings settings) {
        return beside(
                String.format(Locale.ROOT, "PostgreSQL, user events off, %,d credentials, recommended caches", number),
                BenchmarkRealm.create(server, "many", false),
                number,
                true,
                settings);
    }

    /** One of many beside one alone. */
    private static Contest beside(
            String title, BenchmarkRealm realm, int number, boolean haveRoom, BenchmarkSettings settings) {
        Party one = realm.credential();
        Party many = realm.credentials(number);
        if (haveRoom) {
            FirstRequests.of(many);
        }
        List<Target> targets = haveRoom ? List.of(Target.atLeast(SAME, many, one)) : List.of();
        return new Contest(title, List.of(one, many), targets, settings);
    }

    /** Each request is another client's, and hardly any of them is in a cache. */
    static Contest withoutCaches(ServerUnderTest server, BenchmarkSettings settings) {
        BenchmarkRealm realm = BenchmarkRealm.create(server, "cold", false);
        Party stock = realm.stockClients(SOME);
        Party credentials = realm.credentials(SOME);
        return new Contest(
                "PostgreSQL, user events off, cold",
                List.of(stock, credentials),
                List.of(Target.atLeast(COLD, credentials, stock)),
                settings);
    }
}
