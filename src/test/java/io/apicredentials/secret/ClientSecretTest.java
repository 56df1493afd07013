package io.apicredentials.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.testing.RandomCases;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretTest {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String KNOWN = "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4";

    /** Made by another program: the format is published, and scanners elsewhere rely on it. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000,"
                + " kac_00000000000000000000000000000000000000000004ZY842",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, " + KNOWN,
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                + " kac_yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp11VKy4o"
    })
    void hasThePublishedFormat(String random, String secret) {
        assertThat(ClientSecret.of(Optional.empty(), HexFormat.of().parseHex(random))
                        .reveal())
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "SANDBOX, kac_sbx_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf0ARP2v",
        "PRODUCTION, kac_prd_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf4C28w4"
    })
    void saysItsEnvironment(Environment environment, String secret) {
        byte[] random = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        assertThat(ClientSecret.of(Optional.of(environment), random).reveal()).isEqualTo(secret);
        assertThat(ClientSecret.parse(secret))
                .flatMap(ClientSecret::environment)
                .contains(environment);
        assertThat(ClientSecret.mask("id=" + secret + "&")).isEqualTo("id=kac_***&");
    }

    /** The checksum is over the prefix too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kac_sbx_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf4C28w4",
                "kac_dev_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf4C28w4",
                "kac_prd_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
                "kac_prd_kac_prd_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf4C28w4"
            })
    void doesNotChangeItsEnvironment(String text) {
        assertThat(ClientSecret.parse(text)).isEmpty();
    }

    @Test
    void isAPrefix43DigitsAndAChecksumOf6() {
        RandomCases.forEach(10_000, random -> assertThat(any(random).reveal()).matches("kac_[0-9A-Za-z]{49}"));
    }

    @Test
    void readsBackWhatItReveals() {
        RandomCases.forEach(10_000, random -> {
            String revealed = any(random).reveal();

            assertThat(ClientSecret.parse(revealed)).map(ClientSecret::reveal).contains(revealed);
        });
    }

    @Test
    void differsWithEveryBitOfItsRandomness() {
        byte[] random = new byte[ClientSecret.RANDOM_BYTES];
        String secret = ClientSecret.of(Optional.empty(), random).reveal();
        for (int bit = 0; bit < 256; bit++) {
            byte[] flipped = random.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(ClientSecret.of(Optional.empty(), flipped).reveal())
                    .as("bit %s", bit)
                    .isNotEqualTo(secret);
        }
    }

    @ParameterizedTest
    @CsvSource({
        KNOWN + ", kac_***",
        "'a " + KNOWN + " and " + KNOWN + ".', 'a kac_*** and kac_***.'",
        "KAC_003AULTJC7TJLCTQJ2UNU3MFAGCXG9LRKRCWGKBIDLF3TUJL4, kac_***",
        "https://example.org/?id=kac_003aUlTJC7tjlCTQj2uNU3MFag&b=c, https://example.org/?id=kac_***&b=c",
        "apicred-00000000-0000-0000-0000-000000000000, apicred-00000000-0000-0000-0000-000000000000",
        "kac_balances, kac_balances"
    })
    void isMaskedInATextOfSomebodyElse(String text, String masked) {
        assertThat(ClientSecret.mask(text)).isEqualTo(masked);
    }

    @Test
    void noticesEveryWrongCharacter() {
        RandomCases.forEach(20, random -> {
            String revealed = any(random).reveal();
            for (int position = 0; position < revealed.length(); position++) {
                for (char other : (BASE62 + "_").toCharArray()) {
                    String wrong = revealed.substring(0, position) + other + revealed.substring(position + 1);

                    assertThat(ClientSecret.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(revealed));
                }
            }
        });
    }

    @Test
    void noticesTwoNeighboursInTheWrongOrder() {
        RandomCases.forEach(100, random -> {
            String revealed = any(random).reveal();
            for (int position = 0; position < revealed.length() - 1; position++) {
                StringBuilder swapped = new StringBuilder(revealed);
                swapped.setCharAt(position, revealed.charAt(position + 1));
                swapped.setCharAt(position + 1, revealed.charAt(position));
                String wrong = swapped.toString();

                assertThat(ClientSecret.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(revealed));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kac_",
                "secret",
                "003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
                "KAC_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl44",
                " kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl4\n",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUj-4",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUj\u0663_",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf000000"
            })
    void readsNothingElse(String text) {
        assertThat(ClientSecret.parse(text)).isEmpty();
    }

    /** Their checksums are right, and characters beyond ASCII count as question marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDl-0z1Zic",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDl?3cpzru",
                "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDl\u00e93cpzru"
            })
    void hasNoOtherCharactersThanBase62(String text) {
        assertThat(ClientSecret.parse(text)).isEmpty();
    }

    /** Their checksums are right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAC_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf0WXiKb",
                "kad_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf09rrZc",
                "kac-003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf2LKuwu"
            })
    void hasNoOtherPrefix(String text) {
        assertThat(ClientSecret.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void isMadeOf32BytesOnly(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientSecret.of(Optional.empty(), new byte[length]));
    }

    @Test
    void doesNotChangeWithTheBytesItWasMadeOf() {
        byte[] random = new byte[ClientSecret.RANDOM_BYTES];
        ClientSecret secret = ClientSecret.of(Optional.empty(), random);
        String before = secret.reveal();

        Arrays.fill(random, (byte) 1);

        assertThat(secret.reveal()).isEqualTo(before);
    }

    @Test
    void printsAsAMask() {
        assertThat(ClientSecret.parse(KNOWN)).map(ClientSecret::toString).contains("kac_***");
    }

    /** Comparing is for {@link SecretHash#matches}, which takes the same time whatever it compares. */
    @Test
    void equalsNoOtherEvenOfTheSameText() {
        assertThat(ClientSecret.parse(KNOWN)).isNotEqualTo(ClientSecret.parse(KNOWN));
    }

    @Test
    void cannotBeSerialised() {
        assertThat(Serializable.class.isAssignableFrom(ClientSecret.class)).isFalse();
    }

    static ClientSecret any(SplittableRandom random) {
        return ClientSecret.of(Optional.empty(), RandomCases.bytes(random, ClientSecret.RANDOM_BYTES));
    }
}
