package io.apicredentials.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String HASH = hash(1).encoded();
    private static final String OTHER = hash(2).encoded();

    private final KnownSecrets first = KnownSecrets.of(KnownSecret.first(hash(1), Optional.empty()));

    @Test
    void areStoredAsTheHashAloneWhereThereIsOneAndNoEnvironment() {
        assertThat(first.encoded()).isEqualTo(HASH);
        assertThat(KnownSecrets.parse(HASH)).map(KnownSecrets::encoded).contains(HASH);
    }

    @Test
    void areStoredWithAllThatIsKnown() {
        KnownSecrets rotated = KnownSecrets.of(KnownSecret.first(hash(1), Optional.of(Environment.SANDBOX)))
                .rotated(hash(2), Optional.of(Environment.PRODUCTION), WEEK, NOW)
                .orElseThrow();

        assertThat(rotated.encoded())
                .isEqualTo(OTHER + ";environment=production;created=2026-03-01T12:00:00Z " + HASH
                        + ";environment=sandbox;ends=2026-03-08T12:00:00Z");
        assertThat(KnownSecrets.parse(rotated.encoded()))
                .map(KnownSecrets::encoded)
                .contains(rotated.encoded());
    }

    @Test
    void goOnBothUntilTheOverlapIsOver() {
        KnownSecrets rotated =
                first.rotated(hash(2), Optional.empty(), WEEK, NOW).orElseThrow();

        assertThat(rotated.current().hash().encoded()).isEqualTo(OTHER);
        assertThat(rotated.inForce(NOW.plus(WEEK).minusNanos(1))).hasSize(2);
        assertThat(rotated.inForce(NOW.plus(WEEK))).containsExactly(rotated.current());
    }

    @Test
    void endAtOnceWithoutAnOverlapAndAreStillKnown() {
        KnownSecrets rotated =
                first.rotated(hash(2), Optional.empty(), Duration.ZERO, NOW).orElseThrow();

        assertThat(rotated.inForce(NOW)).containsExactly(rotated.current());
        assertThat(rotated.inForce(NOW.minusSeconds(3600)))
                .as("a clock that was set back")
                .hasSize(1);
        assertThat(KnownSecrets.parse(rotated.encoded()).map(KnownSecrets::encoded))
                .contains(rotated.encoded());
        assertThat(rotated.find(hash(1).id())).isPresent();
    }

    @Test
    void areTwoAtMostAtATime() {
        KnownSecrets two = first.rotated(hash(2), Optional.empty(), WEEK, NOW).orElseThrow();

        assertThat(two.rotated(hash(3), Optional.empty(), WEEK, NOW.plus(WEEK).minusNanos(1)))
                .isEmpty();
        assertThat(two.rotated(hash(3), Optional.empty(), WEEK, NOW.plus(WEEK)))
                .map(three -> three.list().stream().map(KnownSecret::id).toList())
                .contains(List.of(hash(3).id(), hash(2).id()));
    }

    @Test
    void endsTheReplacedOneEarlier() {
        KnownSecrets two = first.rotated(hash(2), Optional.empty(), WEEK, NOW).orElseThrow();
        Instant later = NOW.plusSeconds(60);

        KnownSecrets left = two.ended(hash(1).id(), later).orElseThrow();

        assertThat(left.inForce(later)).containsExactly(two.current());
        assertThat(left.inForce(NOW)).as("a clock that was set back").hasSize(1);
    }

    @Test
    void goesOnWithTheOneBeforeWhenTheNewOneIsEnded() {
        KnownSecrets two = first.rotated(hash(2), Optional.empty(), WEEK, NOW).orElseThrow();

        KnownSecrets left = two.ended(hash(2).id(), NOW.plusSeconds(60)).orElseThrow();

        assertThat(left.inForce(NOW.plus(WEEK))).containsExactly(first.current());
        assertThat(left.current()).isEqualTo(first.current());
        assertThat(left.find(hash(2).id()).map(KnownSecret::ended)).contains(true);
        assertThat(KnownSecrets.parse(left.encoded()))
                .map(KnownSecrets::encoded)
                .contains(left.encoded());
    }

    @Test
    void endsNoneThatIsTheOnlyOneOrHasEndedOrIsUnknown() {
        KnownSecrets two = first.rotated(hash(2), Optional.empty(), WEEK, NOW).orElseThrow();

        assertThat(first.ended(hash(1).id(), NOW)).isEmpty();
        assertThat(two.ended(hash(3).id(), NOW)).isEmpty();
        assertThat(two.ended(hash(1).id(), NOW.plus(WEEK))).isEmpty();
        assertThat(two.ended(hash(2).id(), NOW.plus(WEEK))).isEmpty();
    }

    /** Whatever cannot be read could be a limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{0} {0}",
                "{0} {1}",
                "{0};ends=2026-03-08T12:00:00Z",
                "{0} {1};ends=2026-03-08T12:00:00Z {2};ends=2026-03-08T12:00:00Z",
                "{0}  {1};ends=2026-03-08T12:00:00Z",
                "{0} {1};ends=2026-03-08T12:00:00Z ",
                "{0} {1};ends=2026-03-08",
                "{0} {1};ends=2026-03-08T13:00:00+01:00",
                "{0} {1};ends=",
                "{0} {1};ends",
                "{0} {1};until=2026-03-08T12:00:00Z",
                "{0};environment=moon",
                "{0};created=+10000-01-01T00:00:00Z",
                "{0} {1};ends=+10000-01-01T00:00:00Z",
                "{0} {1};ends=2026-03-08T12:00:00Z;ended=2026-03-08T12:00:00Z",
                "{0};created=2026-03-01T12:00:00Z;environment=sandbox",
                "{0};created=2026-03-01T12:00:00Z;created=2026-03-01T12:00:00Z"
            })
    void areNotReadFromAnythingElse(String form) {
        String stored = form.replace("{0}", HASH).replace("{1}", OTHER).replace("{2}", hash(3).encoded());

        assertThat(KnownSecrets.parse(stored)).isEmpty();
    }

    @Test
    void haveOneWithoutAnEnd() {
        KnownSecret ended = KnownSecret.first(hash(1), Optional.empty()).endingAt(NOW);

        assertThatIllegalArgumentException().isThrownBy(() -> KnownSecrets.of(ended));
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownSecrets(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1, 010000000000", "2, 020000000000"})
    void areNamedByTheBeginningOfTheirSalt(int seed, String id) {
        assertThat(hash(seed).id()).isEqualTo(id);
    }

    private static SecretHash hash(int seed) {
        byte[] salt = new byte[SecretHash.SALT_BYTES];
        salt[0] = (byte) seed;
        return SecretHash.of(ClientSecret.of(Optional.empty(), new byte[ClientSecret.RANDOM_BYTES]), salt);
    }
}
