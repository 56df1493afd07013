package io.apicredentials.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParsedTextsTest {

    private final List<String> parsed = new ArrayList<>();

    private final ParsedTexts<Integer> texts = new ParsedTexts<>(text -> {
        parsed.add(text);
        return text.startsWith("x") ? Optional.of(text.length()) : Optional.empty();
    });

    @Test
    void readEachTextOnce() {
        assertThat(texts.apply("xx")).contains(2);
        assertThat(texts.apply("xx")).contains(2);
        assertThat(texts.apply("xxx")).contains(3);

        assertThat(parsed).containsExactly("xx", "xxx");
    }

    /** What cannot be read is not read again and again either: it is what refuses. */
    @Test
    void rememberWhatCannotBeRead() {
        assertThat(texts.apply("nonsense")).isEmpty();
        assertThat(texts.apply("nonsense")).isEmpty();

        assertThat(parsed).containsExactly("nonsense");
    }

    @Test
    void forgetSomeOfVeryMany() {
        int many = 200;
        String long40k = "x".repeat(40_000);
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < many; number++) {
                assertThat(texts.apply(long40k + number)).isPresent();
            }
        }

        assertThat(parsed).hasSizeGreaterThan(many);
    }
}
