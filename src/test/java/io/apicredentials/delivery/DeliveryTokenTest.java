package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.testing.RandomCases;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTokenTest {

    private static final String ID = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";
    private static final byte[] RANDOM =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    /** Made by another program: a link that is under way must stay readable. */
    private static final String TEXT =
            "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    static DeliveryToken any(SplittableRandom random) {
        byte[] bytes = new byte[DeliveryToken.RANDOM_BYTES];
        random.nextBytes(bytes);
        return DeliveryToken.of(ID, bytes);
    }

    @Test
    void hasThePublishedForm() {
        assertThat(DeliveryToken.of(ID, RANDOM).reveal()).isEqualTo(TEXT);
    }

    @Test
    void namesItsCredential() {
        assertThat(DeliveryToken.parse(TEXT)).map(DeliveryToken::credentialId).contains(ID);
    }

    @Test
    void needsNoEscapesInAnAddress() {
        Pattern segment = Pattern.compile("[A-Za-z0-9._-]+");
        RandomCases.forEach(2_000, random -> assertThat(any(random).reveal()).matches(segment));
    }

    @Test
    void isReadAsItWasMade() {
        RandomCases.forEach(2_000, random -> {
            DeliveryToken token = any(random);

            assertThat(DeliveryToken.parse(token.reveal()))
                    .map(read -> TokenHash.of(token).isOf(read))
                    .contains(true);
        });
    }

    @Test
    void isNotReadWithAnotherCharacterInItsPlace() {
        RandomCases.forEach(2_000, random -> {
            DeliveryToken token = any(random);
            StringBuilder changed = new StringBuilder(token.reveal());
            int place = random.nextInt(changed.length());
            changed.setCharAt(place, changed.charAt(place) == 'A' ? 'B' : 'A');

            assertThat(DeliveryToken.parse(changed.toString()).filter(TokenHash.of(token)::isOf))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a",
                "..",
                TEXT + ".",
                TEXT + "=",
                TEXT + "A",
                "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx",
                "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx.AAECAwQ",
                // The last digit has bits that say nothing; only zeros are written.
                "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9",
                // No UTF-8.
                "_w.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(DeliveryToken.parse(text)).isEmpty();
    }

    @Test
    void isReadUpToTwoHundredCharacters() {
        String longest = DeliveryToken.of("x".repeat(117), RANDOM).reveal();
        String longer = DeliveryToken.of("x".repeat(118), RANDOM).reveal();

        assertThat(longest).hasSize(200);
        assertThat(DeliveryToken.parse(longest)).map(DeliveryToken::reveal).contains(longest);
        assertThat(DeliveryToken.parse(longer)).isEmpty();
    }

    @Test
    void isNotReadFromWhatIsTooLong() {
        assertThat(DeliveryToken.parse("A".repeat(400_000) + TEXT)).isEmpty();
    }

    @Test
    void isNotMadeOfLessRandomness() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryToken.of(ID, new byte[16]));
    }

    @Test
    void isAMaskWherePrinted() {
        DeliveryToken token = DeliveryToken.of(ID, RANDOM);

        assertThat(token).hasToString("***");
        assertThat(TokenHash.of(token)).hasToString("***");
    }
}
