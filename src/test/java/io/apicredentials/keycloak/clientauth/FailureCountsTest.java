package io.apicredentials.keycloak.clientauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.network.PeerAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureCountsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LAST_MOMENT = NOON.plusMillis(59_999);
    private static final Instant NEXT_MINUTE = NOON.plusSeconds(60);
    private static final int NORMAL = 3;
    private static final Logger LOGGER = Logger.getLogger(FailureCounts.class.getName());

    private final FailureCounts counts = new FailureCounts();
    private final Written log = new Written();

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(log);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void sayNothingOfAsManyAsAreNormal() {
        for (int failure = 1; failure <= NORMAL; failure++) {
            assertThat(failure("one", "203.0.113.7", NOON)).isFalse();
        }
        assertThat(log.lines).isEmpty();
    }

    @Test
    void countTheFailuresOfACredentialFromAnywhere() {
        fail(NORMAL, index -> failure("one", "203.0.113." + index, NOON));

        assertThat(failure("one", "198.51.100.1", LAST_MOMENT)).isTrue();
        assertThat(failure("two", "198.51.100.1", LAST_MOMENT)).isFalse();
    }

    @Test
    void countTheFailuresFromAnAddressOfAnyCredential() {
        fail(NORMAL, index -> failure("credential " + index, "203.0.113.7", NOON));

        assertThat(failure("one", "203.0.113.7", LAST_MOMENT)).isTrue();
        assertThat(failure("one", "203.0.113.8", LAST_MOMENT)).isFalse();
    }

    @Test
    void beginAnewInEveryMinuteOfTheClock() {
        fail(NORMAL + 1, index -> failure("one", "203.0.113.7", LAST_MOMENT));

        assertThat(failure("one", "203.0.113.7", NEXT_MINUTE)).isFalse();
    }

    @Test
    void countFailuresWithoutAnAddressForTheCredentialOnly() {
        fail(NORMAL, index -> counts.note("id of one", "one", Optional.empty(), NOON, NORMAL));

        assertThat(counts.note("id of one", "one", Optional.empty(), NOON, NORMAL))
                .isTrue();
        assertThat(counts.note("id of two", "two", Optional.empty(), NOON, NORMAL))
                .isFalse();
    }

    @Test
    void keepACredentialApartFromAnAddressThatIsWrittenLikeIt() {
        fail(NORMAL, index -> counts.note("203.0.113.7", "203.0.113.7", Optional.empty(), NOON, NORMAL));

        assertThat(failure("one", "203.0.113.7", NOON)).isFalse();
    }

    @Test
    void countAllIpv6AddressesAsOne() {
        fail(NORMAL, index -> failure("credential " + index, "2001:db8::" + index, NOON));

        assertThat(failure("one", "2001:db8::ffff", NOON)).isTrue();
        assertThat(log.lines).containsExactly(addressLine("IPv6"));
    }

    @Test
    void warnOnceInAMinuteForEachCredentialAndAddress() {
        fail(10 * NORMAL, index -> failure("one", "203.0.113.7", NOON));
        fail(10 * NORMAL, index -> failure("two", "203.0.113.7", NOON));

        assertThat(log.lines).containsExactly(credentialLine("one"), addressLine("203.0.113.7"), credentialLine("two"));

        log.lines.clear();
        fail(10 * NORMAL, index -> failure("one", "203.0.113.7", NEXT_MINUTE));

        assertThat(log.lines).containsExactly(credentialLine("one"), addressLine("203.0.113.7"));
    }

    @Test
    void countNothingWhereNoNumberIsNormal() {
        fail(1000, index -> counts.note("id of one", "one", PeerAddress.parse("203.0.113.7"), NOON, 0));

        assertThat(counts.note("id of one", "one", PeerAddress.parse("203.0.113.7"), NOON, 0))
                .isFalse();
        assertThat(counts.size()).isZero();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void rememberABoundedNumberOfKeys() {
        failOfVeryMany();

        assertThat(counts.size()).isBetween(1L, 20_000L);
    }

    @Test
    void seeAnAttackAmongManyOtherFailures() {
        failOfVeryMany();
        fail(NORMAL + 2, index -> failure("one", "203.0.113.7", LAST_MOMENT));

        assertThat(failure("one", "203.0.113.7", LAST_MOMENT)).isTrue();
    }

    /** One of each credential from each address. */
    private void failOfVeryMany() {
        fail(60_000, index -> failure("credential " + index, "10.0." + index / 256 + "." + index % 256, NOON));
    }

    private boolean failure(String clientId, String address, Instant when) {
        return counts.note("id of " + clientId, clientId, PeerAddress.parse(address), when, NORMAL);
    }

    private static void fail(int times, IntConsumer failure) {
        IntStream.rangeClosed(1, times).forEach(failure);
    }

    private static String credentialLine(String clientId) {
        return "More than 3 failed authentications of the API credential " + clientId + " within a minute";
    }

    private static String addressLine(String address) {
        return "More than 3 failed authentications of API credentials from " + address + " within a minute";
    }

    /** The warnings as they are read in the log. */
    private static final class Written extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().equals(Level.WARNING)) {
                Object[] parameters = record.getParameters();
                lines.add(parameters == null ? record.getMessage() : String.format(record.getMessage(), parameters));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
