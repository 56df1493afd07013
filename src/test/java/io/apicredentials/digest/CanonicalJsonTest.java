package io.apicredentials.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** The example of RFC 8785, section 3.2.3, without its numbers. */
    @Test
    void sortsByCodeUnits() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("\u20ac", "Euro Sign");
        content.put("\r", "Carriage Return");
        content.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        content.put("1", "One");
        content.put("\ud83d\ude00", "Emoji: Grinning Face");
        content.put("\u0080", "Control");
        content.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(content))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, section 3.2.2.2. */
    @Test
    void escapesWhatHasToBeAndNothingElse() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/\u007f\b\t\f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\\b\\t\\f\"");
    }

    @Test
    void writesNestedContent() {
        assertThat(CanonicalJson.of(
                        Map.of("b", List.of(1, 9_007_199_254_740_991L, -3), "a", Map.of("y", true, "x", List.of()))))
                .isEqualTo("{\"a\":{\"x\":[],\"y\":true},\"b\":[1,9007199254740991,-3]}");
    }

    @Test
    void takesNoNumberThatIsReadInSeveralWays() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(new BigDecimal("1.0")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(9_007_199_254_740_992L));
    }

    /** Every half of a pair would become the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db"})
    void takesNoHalfOfACharacter(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of(text, 1)));
    }
}
