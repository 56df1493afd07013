package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that are addresses or almost, judged by regular expressions instead of a reader. */
class AddressTextTest {

    private static final int CASES = 100_000;
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern ADDRESS = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern RANGE = Pattern.compile("(" + ADDRESS.pattern() + ")(?:/(3[0-2]|[12]?[0-9]))?");
    private static final Pattern SUGGESTED =
            Pattern.compile("(?<!')\\b(" + ADDRESS.pattern() + "(?:/[0-9]+)?)(?=[ .,])");
    private static final String ALPHABET = "0123456789012345678901234567890123456789./.././ :-+xaF\t\u0661\u00a0";

    @Test
    void anAddressIsWhatAnExpressionForStrictDottedQuadsMatches() {
        AtomicInteger addresses = new AtomicInteger();

        RandomCases.forEach(CASES, random -> {
            String text = mutated(dotted(random), random);
            boolean valid = ADDRESS.matcher(text).matches();

            assertThat(Ipv4Address.parse(text).isPresent()).as(text).isEqualTo(valid);
            addresses.addAndGet(valid ? 1 : 0);
        });

        assertThat(addresses).as("valid cases").hasValueBetween(CASES / 10, CASES * 9 / 10);
    }

    @Test
    void aRangeIsWhatAnExpressionForCidrMatchesWithoutHostBits() {
        AtomicInteger ranges = new AtomicInteger();

        RandomCases.forEach(CASES, random -> {
            String text = mutated(dotted(random) + "/" + random.nextInt(33), random);
            boolean valid = isRange(text);

            assertThat(Ipv4Range.parse(text, problem -> {}).isPresent())
                    .as(text)
                    .isEqualTo(valid);
            ranges.addAndGet(valid ? 1 : 0);
        });

        assertThat(ranges).as("valid cases").hasValueBetween(CASES / 10, CASES * 9 / 10);
    }

    @Test
    void everyOtherTextHasOneProblemWhoseSuggestionsAreRanges() {
        AtomicInteger suggestions = new AtomicInteger();

        RandomCases.forEach(CASES, random -> {
            String text = mutated(dotted(random) + "/" + random.nextInt(40), random);
            List<String> problems = new ArrayList<>();
            boolean valid = Ipv4Range.parse(text, problem -> problems.add(problem.message()))
                    .isPresent();

            assertThat(problems).as(text).hasSize(valid ? 0 : 1);
            for (String problem : problems) {
                assertThat(problem).startsWith(text.isEmpty() ? "An IP address is missing" : "'" + text + "' ");
                List<String> suggested = suggestionsOf(problem.replace("'" + text + "'", ""));
                assertThat(suggested).allMatch(AddressTextTest::isRange);
                suggestions.addAndGet(suggested.size());
            }
        });

        assertThat(suggestions).hasValueGreaterThan(CASES / 10);
    }

    private static List<String> suggestionsOf(String problem) {
        return SUGGESTED.matcher(problem).results().map(match -> match.group(1)).toList();
    }

    private static boolean isRange(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int prefixLength = matcher.group(2) == null ? 32 : Integer.parseInt(matcher.group(2));
        BigInteger address = BigInteger.ZERO;
        for (String octet : matcher.group(1).split("\\.", -1)) {
            address = address.shiftLeft(8).add(new BigInteger(octet));
        }
        return address.equals(BigInteger.ZERO) || address.getLowestSetBit() >= 32 - prefixLength;
    }

    /** Ends in zeros often enough to be the network of a short prefix. */
    private static String dotted(SplittableRandom random) {
        int octets = random.nextInt(5);
        return IntStream.range(0, 4)
                .mapToObj(index -> Integer.toString(index < octets ? random.nextInt(256) : 0))
                .collect(Collectors.joining("."));
    }

    /** As it was in one of four cases, otherwise with one to three characters inserted, removed or replaced. */
    private static String mutated(String text, SplittableRandom random) {
        StringBuilder result = new StringBuilder(text);
        int mutations = random.nextInt(4);
        for (int count = 0; count < mutations; count++) {
            int position = random.nextInt(result.length());
            String other = RandomCases.text(random, ALPHABET, 1, 1);
            switch (random.nextInt(3)) {
                case 0 -> result.insert(position, other);
                case 1 -> result.deleteCharAt(position);
                default -> result.setCharAt(position, other.charAt(0));
            }
        }
        return result.toString();
    }
}
