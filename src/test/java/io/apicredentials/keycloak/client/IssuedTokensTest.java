package io.apicredentials.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryText;
import io.apicredentials.delivery.DeliveryToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a disabled credential may have tokens that introspection holds to be active. */
class IssuedTokensTest {

    private static final long NOW = 2_000_000_000;
    private static final String SECRETS = "api.credential.secret-hash";
    private static final String DELIVERY = "api.credential.delivery";
    private static final String UPDATED_AT = "api.credential.updated-at";

    @ParameterizedTest
    @CsvSource({
        // Disabled just now, and never revoked.
        "0, 0, true",
        "3600, 0, true",
        // One that was being answered when it was disabled.
        "3659, 0, true",
        "3661, 0, false",
        // Revoked when it was disabled: not-before is a minute ahead of the change.
        "0, 60, false",
        "3000, -2940, false",
        // By a node whose clock is behind that of the last change.
        "0, 31, false",
        // Enabled again after it was revoked, and disabled without.
        "600, -1200, true",
        "600, -599, true",
        // By a clock that is ahead.
        "-5, 0, true",
        "-500, 60, false"
    })
    void areTold(long secondsSinceChange, long notBefore, boolean mayBeLeft) {
        String changed = Instant.ofEpochSecond(NOW - secondsSinceChange).toString();

        assertThat(mayBeLeft(notBefore == 0 ? 0 : NOW + notBefore, Map.of(SECRETS, "any", UPDATED_AT, changed)))
                .isEqualTo(mayBeLeft);
    }

    @Test
    void areAssumedWhereNoChangeIsNoted() {
        assertThat(mayBeLeft(0, Map.of(SECRETS, "any"))).isTrue();
        assertThat(mayBeLeft(NOW + 60, Map.of(SECRETS, "any"))).isFalse();
    }

    @Test
    void areNoneOfOneThatWaitsForItsFirstSecretUnlessItCameWithAFile() {
        DeliveryToken token = DeliveryToken.of("id", new byte[DeliveryToken.RANDOM_BYTES]);
        Instant now = Instant.ofEpochSecond(NOW);
        Delivery link = Delivery.open(
                token, new DeliveryTerms(Duration.ofHours(1), false), Duration.ZERO, Optional.empty(), "admin", now);

        assertThat(mayBeLeft(0, Map.of(DELIVERY, DeliveryText.encode(link)))).isFalse();
        assertThat(mayBeLeft(0, Map.of(DELIVERY, DeliveryText.encode(Delivery.none(token, now)))))
                .isTrue();
    }

    private static boolean mayBeLeft(long notBefore, Map<String, String> attributes) {
        StoredCredential credential =
                new StoredCredential("id", "apicred-id", null, null, false, Math.toIntExact(notBefore), attributes);
        return new IssuedTokens(credential).mayBeLeft(Instant.ofEpochSecond(NOW));
    }
}
