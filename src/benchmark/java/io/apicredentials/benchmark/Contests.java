package io.apicredentials.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is compared, and what it has to come to. */
final class Contests {

    /** A refusal takes at most three tenths of what a token takes. */
    private static final double REFUSAL = 1 / 0.3;

    private static final double BEFORE = 0.97;

    private Contests() {}

    /** The first one on both servers, which get the same requests, so that both are equally warm. */
    static Contest besideVersionBefore(ServerUnderTest server, ServerUnderTest before, BenchmarkSettings settings) {
        Party credential = BenchmarkRealm.create(server, "versions", false).credential();
        Party earlier = BenchmarkRealm.create(before, "versions", false).credentialCalled("version before");
        return new Contest(
                "H2, user events off, beside the version before",
                List.of(credential, earlier),
                List.of(Target.atLeast(BEFORE, credential, earlier)),
                settings);
    }

    /** Where a select costs nothing. */
    static Contest onH2(ServerUnderTest server, BenchmarkSettings settings) {
        BenchmarkRealm realm = BenchmarkRealm.create(server, "events-off", false);
        Party credential = realm.credential();
        List<Party> parties = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        addTokens(realm, credential, 2, 1.3, parties, targets);
        for (Party refused :
                List.of(realm.refusedForItsAddress(), realm.refusedForItsSecret(), realm.refusedAsDisabled())) {
            parties.add(refused);
            targets.add(Target.atLeast(REFUSAL, refused, credential));
        }
        return new Contest("H2, user events off", parties, targets, settings);
    }

    /** On JDK 25 the signatures of all are faster, so that the rest of a token counts for more. */
    static Contest onPostgres(ServerUnderTest server, BenchmarkSettings settings) {
        boolean isFast = settings.javaRelease() >= 25;
        return ofTokens("PostgreSQL, user events off", server, false, isFast ? 3.3 : 2.5, isFast ? 1.6 : 1.5, settings);
    }

    /** With native signatures, which clients of Keycloak's own do not have. */
    static Contest onPostgresWithNativeSignatures(ServerUnderTest server, BenchmarkSettings settings) {
        return ofTokens(
                "PostgreSQL, user events off, credentials with native signatures", server, false, 3.5, 1.6, settings);
    }

    /** Each token is a row. */
    static Contest onPostgresWithEvents(ServerUnderTest server, BenchmarkSettings settings) {
        return ofTokens("PostgreSQL, user events on", server, true, 1.8, 1.2, settings);
    }

    private static Contest ofTokens(
            String title,
            ServerUnderTest server,
            boolean userEvents,
            double besideStock,
            double besideTuned,
            BenchmarkSettings settings) {
        BenchmarkRealm realm = BenchmarkRealm.create(server, userEvents ? "events-on" : "events-off", userEvents);
        List<Party> parties = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        addTokens(realm, realm.credential(), besideStock, besideTuned, parties, targets);
        return new Contest(title, parties, targets, settings);
    }

    private static void addTokens(
            BenchmarkRealm realm,
            Party credential,
            double besideStock,
            double besideTuned,
            List<Party> parties,
            List<Target> targets) {
        Party stock = realm.stockClient();
        Party tuned = realm.tunedClient();
        Stream.of(stock, tuned, credential).forEach(parties::add);
        targets.add(Target.atLeast(besideStock, credential, stock));
        targets.add(Target.atLeast(besideTuned, credential, tuned));
        targets.add(Target.notSlower(credential, tuned));
    }
}
