package io.apicredentials.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedlessSecretTest {

    private static final Instant ROTATED = Instant.parse("2026-03-01T12:00:00Z");
    private static final KnownSecrets ONE = KnownSecrets.of(KnownSecret.first(hash(1), Optional.empty()));
    private static final KnownSecrets TWO =
            ONE.rotated(hash(2), Optional.empty(), Duration.ofDays(7), ROTATED).orElseThrow();
    private static final KnownSecret OLD = ONE.current();

    @ParameterizedTest
    @CsvSource({
        // A day after the last use of the old one, and no earlier.
        "2026-03-02T12:00:00Z, 2026-03-01T12:00:00Z, 2026-03-02T11:00:00Z, 2026-01-01T00:00:00Z, false",
        "2026-03-02T12:00:01Z, 2026-03-01T12:00:00Z, 2026-03-02T11:00:00Z, 2026-01-01T00:00:00Z, true",
        "2026-03-02T12:00:01Z, , 2026-03-02T11:00:00Z, 2026-01-01T00:00:00Z, true",
        // Nobody uses the new one yet.
        "2026-03-04T12:00:00Z, 2026-03-01T12:00:00Z, , 2026-01-01T00:00:00Z, false",
        // Nobody knows of all uses of the last day.
        "2026-03-04T12:00:00Z, , 2026-03-04T11:00:00Z, 2026-03-03T12:00:01Z, false",
        "2026-03-04T12:00:00Z, , 2026-03-04T11:00:00Z, 2026-03-03T12:00:00Z, true",
        "2026-03-04T12:00:00Z, , 2026-03-04T11:00:00Z, , false",
        // It has ended anyway.
        "2026-03-08T12:00:00Z, , 2026-03-04T11:00:00Z, 2026-01-01T00:00:00Z, false"
    })
    void isTheOldOneOnceNobodyHasUsedItForADay(
            Instant now,
            @Nullable Instant oldUsedAt,
            @Nullable Instant newUsedAt,
            @Nullable Instant countedSince,
            boolean needless) {
        Map<String, Instant> lastUses = new HashMap<>();
        Optional.ofNullable(oldUsedAt).ifPresent(at -> lastUses.put(OLD.id(), at));
        Optional.ofNullable(newUsedAt)
                .ifPresent(at -> lastUses.put(TWO.current().id(), at));

        assertThat(NeedlessSecret.among(TWO, lastUses, Optional.ofNullable(countedSince), now)
                        .map(KnownSecret::id))
                .isEqualTo(needless ? Optional.of(OLD.id()) : Optional.empty());
    }

    @Test
    void isNeverTheOnlyOne() {
        assertThat(NeedlessSecret.among(ONE, Map.of(), Optional.of(Instant.EPOCH), ROTATED))
                .isEmpty();
    }

    private static SecretHash hash(int number) {
        byte[] random = new byte[ClientSecret.RANDOM_BYTES];
        random[0] = (byte) number;
        byte[] salt = new byte[SecretHash.SALT_BYTES];
        salt[0] = (byte) number;
        return SecretHash.of(ClientSecret.of(Optional.empty(), random), salt);
    }
}
