package io.apicredentials.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody says about a request or a vote. */
class ReasonTest {

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {5, 500})
    void hasFiveToFiveHundredCharacters(int length) {
        String text = "x".repeat(length);

        assertThat(Reason.parse("  " + text + "\u2003", "reason", problems::add))
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 501})
    void isRefusedWithFewerAndWithMore(int length) {
        assertThat(Reason.parse("x".repeat(length), "reason", problems::add)).isEmpty();

        assertThat(problems).containsExactly(Problem.of("reason", ApprovalProblem.REASON_LENGTH, length, 5, 500));
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        String faces = "\uD83D\uDE00".repeat(500);

        assertThat(Reason.parse(faces, "reason", problems::add)).contains(faces);
    }

    @Test
    void hasJoinersWhereTheyShapeCharacters() {
        String text = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \uD83D\uDC69\u200D\uD83D\uDCBB";

        assertThat(Reason.parse(text, "reason", problems::add)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000bcdef",
                "a\nbcdef",
                "a\u202ebcdef",
                "a\u200bbcdef",
                "a\u2028bcdef",
                "abcdef\ud800",
                "a\u2029bcdef"
            })
    void isRefusedWithCharactersThatNobodySees(String text) {
        assertThat(Reason.parse(text, "reason", problems::add)).isEmpty();

        assertThat(problems).containsExactly(Problem.of("reason", ApprovalProblem.REASON_CHARACTERS));
    }
}
