package io.apicredentials.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    private enum TestKind implements Problem.Kind {
        TWO_DETAILS("'{value}' is between {1} and {2}, and not {2}."),
        NO_DETAILS("It is { wrong }.");

        private final String sentence;

        TestKind(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    @Test
    void theCodeIsTheNameInSmallLetters() {
        assertThat(TestKind.TWO_DETAILS.code()).isEqualTo("two_details");
    }

    @Test
    void theSentenceHasTheValueAndTheDetails() {
        assertThat(Problem.with("", TestKind.TWO_DETAILS, "x", 1, "$2").message())
                .isEqualTo("'x' is between 1 and $2, and not $2.");
    }

    @Test
    void whatIsGivenIsNoPlaceholder() {
        assertThat(Problem.with("", TestKind.TWO_DETAILS, "{1}", "{2}", "{value}")
                        .message())
                .isEqualTo("'{1}' is between {2} and {value}, and not {value}.");
    }

    @Test
    void otherBracesStay() {
        assertThat(Problem.of("", TestKind.NO_DETAILS).message()).isEqualTo("It is { wrong }.");
    }

    /** The person who made the mistake is still told of it. */
    @Test
    void whatIsNotGivenLeavesAGap() {
        assertThat(Problem.of("", TestKind.TWO_DETAILS, 1).message()).isEqualTo("'' is between 1 and , and not .");
    }

    @Test
    void aLongValueIsCutOff() {
        String sixtyFour = "x".repeat(63) + "😀";

        assertThat(Problem.with("", TestKind.TWO_DETAILS, sixtyFour, 1, 2).message())
                .startsWith("'" + sixtyFour + "' is");
        assertThat(Problem.with("", TestKind.TWO_DETAILS, sixtyFour + "y", 1, 2).message())
                .startsWith("'" + sixtyFour + "…' is");
    }

    @Test
    void aPartIsWithinTheWhole() {
        assertThat(Problem.of("[2]", TestKind.NO_DETAILS).within("allowedIps"))
                .isEqualTo(Problem.of("allowedIps[2]", TestKind.NO_DETAILS));
    }
}
