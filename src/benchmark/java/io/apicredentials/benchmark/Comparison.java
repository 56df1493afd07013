package io.apicredentials.benchmark;

import io.gatling.javaapi.core.PopulationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rounds in one realm: in each, the stock client, the credential and the refused credential have their turn, and then
 * the same three on the server with the version before if there is one. What is compared is the credential; the others
 * are there so that either server has run the same code equally often.
 *
 * @param warmUp whose figures are of no interest
 */
record Comparison(Round warmUp, List<Round> rounds) {

    /**
     * Measurements that are neighbours in time.
     *
     * @param before of the same on a server with the version before
     */
    record Round(Measurement stock, Measurement credential, Measurement refused, Optional<Round> before) {

        private static Round of(BenchmarkRealm realm, Optional<BenchmarkRealm> before, String name) {
            return new Round(
                    realm.measure(realm.stockClient(), name),
                    realm.measure(realm.credential(), name),
                    realm.measure(realm.refusedCredential(), name),
                    before.map(earlier -> of(earlier, Optional.empty(), name + ", version before")));
        }

        private Stream<Measurement> inTurn() {
            return inTurn(false);
        }

        private Stream<Measurement> inTurn(boolean beforeIsFirst) {
            Stream<Measurement> own = Stream.of(stock, credential, refused);
            Stream<Measurement> earlier = before.stream().flatMap(Round::inTurn);
            return beforeIsFirst ? Stream.concat(earlier, own) : Stream.concat(own, earlier);
        }
    }

    /** @param before the same realm on a server with the version before */
    static Comparison plan(BenchmarkRealm realm, Optional<BenchmarkRealm> before, int rounds) {
        return new Comparison(
                Round.of(realm, before, "warm-up"),
                IntStream.rangeClosed(1, rounds)
                        .mapToObj(number -> Round.of(realm, before, "round " + number))
                        .toList());
    }

    /**
     * What Gatling is to do, one after the other. The two servers change their order from round to round, so that
     * neither gains from a machine that gets faster or slower.
     */
    Stream<PopulationBuilder> populations(Duration warmUpTime, Duration roundTime, int users) {
        return Stream.concat(
                warmUp.inTurn().map(measurement -> measurement.population(warmUpTime, users)),
                IntStream.range(0, rounds.size())
                        .boxed()
                        .flatMap(index -> rounds.get(index).inTurn(index % 2 == 1))
                        .map(measurement -> measurement.population(roundTime, users)));
    }

    /** Sentences on answers that nobody expected. */
    Stream<String> problems() {
        return Stream.concat(Stream.of(warmUp), rounds.stream())
                .flatMap(Round::inTurn)
                .flatMap(measurement -> measurement.problems().stream());
    }
}
