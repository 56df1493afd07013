package io.apicredentials.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.apicredentials.keycloak.admin.RequestBodies;
import io.apicredentials.keycloak.settings.CatalogueFile;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.testing.RandomCases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody keeps the server busy with an input that is long: the work grows with the length, and not with its square. */
class GrowthTest {

    private static final int CASES = 400;

    private static final int LARGEST_ANSWER = 256 * 1024;

    @ParameterizedTest
    @EnumSource
    void theWorkGrowsWithTheInput(FuzzTarget target) {
        Mutator mutator = new Mutator(target.seeds());

        RandomCases.forEach(CASES, random -> check(target, mutator.repetition(random)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":1,\"|.|\":1}",
                "{\"name\":1,\"|[|\":1}",
                "{\"name\":\"|.|\",\"name\":1}",
                "{\"|.|\":[{\"a\":1,\"a\":2}]}",
                "{|\"a.b[0]\":{|}",
                "{\"name\":\"|\\u200d|\"}",
                "{\"description\":\"|a\\u200d|\"}",
                "{\"allowedIps\":[\"|.0|\"]}",
                "{\"allowedIps\":[|\"10.0.0.1/8\",|\"\"]}",
                "{\"allowedIps\":[\"1.2.3.4/|0|\"]}",
                "{\"permissionSet\":\"|monitoring|\"}",
                "{\"updatedAt\":\"|2026-11-24|\"}",
                "{\"permissions\":[|{},|{}]}",
                "{\"permissions\":[{\"|type.|\":1}]}"
            })
    void theWorkOfARequestGrowsWithIt(String before, String piece, String after) {
        Repetition repetition = new Repetition(bytes(before), bytes(piece), false, bytes(after));

        check(FuzzTarget.CREATION, repetition);
        check(FuzzTarget.UPDATE, repetition);
    }

    /** As many texts as one likes have the same hash code. */
    @Test
    void permissionsOfTheSameHashCodeAreAsManyAsOthers() {
        PermissionSet wallets = CatalogueFile.catalogue().find("wallets").orElseThrow();

        Growth.check(8_192, GrowthTest::ofTheSameHashCode, drafts -> wallets.check(drafts, problem -> {}));
    }

    @Test
    void whatGrowsWithTheSquareIsSeen() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Growth.check(20_000, ".["::repeat, GrowthTest::everyBeginning))
                .withMessageContaining("times the work");
    }

    @Test
    void anAnswerRepeatsLittleOfALongName() {
        assertThat(RequestBodies.answer(bytes("{\"" + "x".repeat(45_000) + "\":\"" + "y".repeat(5_000) + "\"}")))
                .contains("x".repeat(100) + "…", "y".repeat(200) + "…")
                .hasSizeLessThan(2_000);
    }

    private static void check(FuzzTarget target, Repetition repetition) {
        Growth.check(target, repetition);
        if (target == FuzzTarget.CREATION) {
            assertThat(RequestBodies.answer(repetition.ofLength(Growth.LARGEST)))
                    .as(repetition.toString())
                    .hasSizeLessThan(LARGEST_ANSWER);
        }
    }

    private static List<PermissionDraft> ofTheSameHashCode(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new PermissionDraft("vault", "read", "vault", ofTheSameHashCodeAsAll(number)))
                .toList();
    }

    private static String ofTheSameHashCodeAsAll(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 13; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static void everyBeginning(String text) {
        int sum = 0;
        for (int end = 0; end < text.length(); end++) {
            sum += text.substring(0, end).hashCode();
        }
        assertThat(sum).isNotEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
