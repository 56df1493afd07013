package io.apicredentials.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.testing.RandomCases;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {

    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final ClientSecret SECRET = ClientSecret.parse(
                    "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4")
            .orElseThrow();
    /** Made by another program: what is stored must stay readable for good. */
    private static final String STORED = "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY";

    @Test
    void hasTheStoredFormat() {
        assertThat(SecretHash.of(SECRET, SALT).encoded()).isEqualTo(STORED);
    }

    @Test
    void matchesItsSecretAfterItWasStored() {
        RandomCases.forEach(2_000, random -> {
            ClientSecret secret = ClientSecretTest.any(random);
            String stored = any(secret, random).encoded();

            assertThat(SecretHash.parse(stored)).map(SecretHash::encoded).contains(stored);
            assertThat(SecretHash.parse(stored))
                    .map(hash -> hash.matches(secret))
                    .contains(true);
        });
    }

    @Test
    void matchesNoOtherSecret() {
        RandomCases.forEach(2_000, random -> {
            SecretHash hash = any(ClientSecretTest.any(random), random);

            assertThat(hash.matches(ClientSecretTest.any(random))).isFalse();
        });
    }

    @Test
    void differsForTheSameSecretWithAnotherSalt() {
        byte[] otherSalt = SALT.clone();
        otherSalt[0]++;

        String digest = digestOf(SecretHash.of(SECRET, SALT));
        String otherDigest = digestOf(SecretHash.of(SECRET, otherSalt));

        assertThat(otherDigest).isNotEqualTo(digest);
    }

    @Test
    void containsNothingOfTheSecretInClear() {
        RandomCases.forEach(200, random -> {
            ClientSecret secret = ClientSecretTest.any(random);

            assertThat(any(secret, random).encoded())
                    .doesNotContain(secret.reveal().substring(4, 12));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v1$$",
                "$$",
                "v1$AAECAwQFBgcICQoLDA0ODw",
                "v1$AAECAwQFBgcICQoLDA0ODw$",
                "AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY",
                "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY$",
                "$v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY",
                "v1$AAECAwQFBgcICQoLDA0O$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY",
                "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWg",
                "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWv+",
                "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6Z vY",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
                "v1$AAECAwQFBgcICQoLDA0ODw$kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4"
            })
    void readsNothingMalformed(String text) {
        assertThat(SecretHash.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v2", "V1", "v11", "1", "", " v1"})
    void readsNoOtherVersion(String version) {
        assertThat(SecretHash.parse(STORED.replaceFirst("v1", version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 32})
    void hasASaltOf16BytesOnly(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretHash.of(SECRET, new byte[length]));
    }

    @Test
    void doesNotChangeWithTheSaltItWasMadeOf() {
        byte[] salt = SALT.clone();
        SecretHash hash = SecretHash.of(SECRET, salt);

        Arrays.fill(salt, (byte) 0);

        assertThat(hash.encoded()).isEqualTo(STORED);
        assertThat(hash.matches(SECRET)).isTrue();
    }

    @Test
    void printsAsAMask() {
        assertThat(SecretHash.of(SECRET, SALT)).hasToString("v1$***");
    }

    private static SecretHash any(ClientSecret secret, SplittableRandom random) {
        return SecretHash.of(secret, RandomCases.bytes(random, SecretHash.SALT_BYTES));
    }

    private static String digestOf(SecretHash hash) {
        String encoded = hash.encoded();
        return encoded.substring(encoded.lastIndexOf('$'));
    }
}
