package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.digest.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredTextTest {

    private static final String BACKSLASH = "\\";

    private static final List<String> PIECES = List.of(
            "a",
            "\u00e4",
            "\u6f22",
            "\ud842\udfb7",
            "\ud83d\ude00",
            BACKSLASH,
            "u",
            "d842",
            "dfb7",
            "005c",
            "\"",
            "\n");

    @Test
    void whatMySqlDoesNotHaveIsWrittenAsPairs() {
        assertThat(StoredText.WIDE.write("\ud842\udfb7\u91ce \u00e4"))
                .isEqualTo(BACKSLASH + "ud842" + BACKSLASH + "udfb7\u91ce \u00e4");
    }

    @Test
    void idsAndAddressesAreAscii() {
        assertThat(StoredText.NARROW.write("f:1:j\u00fcrgen")).isEqualTo("f:1:j" + BACKSLASH + "u00fcrgen");
    }

    @Test
    void textsOfMostPeopleAreWrittenAsTheyAre() {
        String text = "C:" + BACKSLASH + "temp " + BACKSLASH + BACKSLASH + " \u6f22\u5b57";
        assertThat(StoredText.WIDE.write(text)).isEqualTo(text);
        assertThat(StoredText.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(StoredText.class)
    void everyTextComesBack(StoredText column) {
        Random random = new Random(20);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            String stored = column.write(text);
            assertThat(StoredText.read(stored)).isEqualTo(text);
            assertThat(stored.codePoints()).allMatch(Character::isBmpCodePoint);
        }
    }

    @Test
    void everyCanonicalJsonComesBack() {
        Random random = new Random(21);
        for (int i = 0; i < 200_000; i++) {
            String json = CanonicalJson.of(Map.of(text(random), List.of(text(random))));
            String stored = StoredText.writeJson(json);
            assertThat(StoredText.readJson(stored)).isEqualTo(json);
            assertThat(stored.codePoints()).allMatch(Character::isBmpCodePoint);
        }
    }

    @Test
    void whatIsCutFitsAndEndsWithAWholeCharacter() {
        String text = "\ud83d\ude00".repeat(30);
        String cut = StoredText.WIDE.cut(text, 255);
        assertThat(cut).isEqualTo("\ud83d\ude00".repeat(21));
        assertThat(StoredText.WIDE.write(cut)).hasSizeLessThanOrEqualTo(255);
        assertThat(StoredText.WIDE.cut("abc", 3)).isEqualTo("abc");
    }

    @ParameterizedTest
    @EnumSource(StoredText.class)
    void whatIsCutIsTheLongestBeginningThatFits(StoredText column) {
        Random random = new Random(22);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            int longest = random.nextInt(30);
            int end = text.length();
            while (column.write(text.substring(0, end)).length() > longest) {
                end = text.offsetByCodePoints(end, -1);
            }
            assertThat(column.cut(text, longest)).isEqualTo(text.substring(0, end));
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsCutMayBeAsLongAsARequest() {
        String text = "\ud83d\ude00".repeat(1_000_000);
        assertThat(StoredText.WIDE.cut(text, 1_000)).isEqualTo("\ud83d\ude00".repeat(83));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
