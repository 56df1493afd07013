package io.apicredentials.benchmark;

import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rounds in one realm: in each, the stock client, the credential and the refused credential have their turn.
 *
 * @param warmUp whose figures are of no interest
 */
record Comparison(Round warmUp, List<Round> rounds) {

    /** Measurements that are neighbours in time. */
    record Round(Measurement stock, Measurement credential, Measurement refused) {

        private static Round of(BenchmarkRealm realm, String name, ProcessHandle server) {
            return new Round(
                    new Measurement(realm.stockClient(), name, server),
                    new Measurement(realm.credential(), name, server),
                    new Measurement(realm.refusedCredential(), name, server));
        }

        private Stream<Measurement> inTurn() {
            return Stream.of(stock, credential, refused);
        }
    }

    static Comparison plan(BenchmarkRealm realm, ProcessHandle server, int rounds) {
        return new Comparison(
                Round.of(realm, "warm-up", server),
                IntStream.rangeClosed(1, rounds)
                        .mapToObj(number -> Round.of(realm, "round " + number, server))
                        .toList());
    }

    /** What Gatling is to do, one after the other. */
    Stream<PopulationBuilder> populations(Duration warmUpTime, Duration roundTime, int users) {
        return Stream.concat(
                warmUp.inTurn().map(measurement -> measurement.population(warmUpTime, users)),
                rounds.stream().flatMap(Round::inTurn).map(measurement -> measurement.population(roundTime, users)));
    }

    /** Sentences on answers that nobody expected. */
    Stream<String> problems() {
        return Stream.concat(Stream.of(warmUp), rounds.stream())
                .flatMap(Round::inTurn)
                .flatMap(measurement -> measurement.problems().stream());
    }
}
