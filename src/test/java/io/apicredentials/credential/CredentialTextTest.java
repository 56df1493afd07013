package io.apicredentials.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTextTest {

    private static final String ROCKET = "\ud83d\ude80";

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 49, 50})
    void has5To50Characters(int length) {
        String text = "x".repeat(length);

        assertThat(parse(text)).contains(new CredentialText(text));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 51, 1_000})
    void saysHowManyCharactersItHasInstead(int length) {
        assertThat(parse("x".repeat(length))).isEmpty();
        assertThat(problems)
                .containsExactly("Its length is " + length
                        + "; write 5 to 50 characters, not counting white space around them.");
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true", "50, true", "51, false"})
    void countsCodePointsBeyondTheBasicPlaneOnce(int length, boolean valid) {
        assertThat(parse(ROCKET.repeat(length)).isPresent()).isEqualTo(valid);
    }

    @Test
    void losesTheWhiteSpaceAroundIt() {
        assertThat(parse(" \t\n Treasury \r\n\u2003"))
                .map(CredentialText::value)
                .contains("Treasury");
    }

    @Test
    void keepsTheWhiteSpaceInsideIt() {
        assertThat(parse("Production  -  Treasury")).map(CredentialText::value).contains("Production  -  Treasury");
    }

    @ParameterizedTest
    @ValueSource(strings = {"     ", "  abcd  ", "\t\t\t\t\tabcd"})
    void doesNotCountTheWhiteSpaceAroundIt(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems).singleElement().asString().contains("write 5 to 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029"})
    void hasNoControlCharactersAndNoLineBreaks(String character) {
        assertThat(parse("Treasury" + character + "Service")).isEmpty();
        assertThat(problems)
                .containsExactly("It contains a control or invisible character; write printable characters only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\u007f"})
    void hasNoControlCharactersAroundItEither(String character) {
        assertThat(parse(character + "Treasury" + character)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b", "\u200d\u200d", " \u200c", "\u202e", "\u2066", "\u00ad", "\ufeff", "\udb40\udc41"})
    void hasNoCharactersThatNobodySeesOrThatTurnTheText(String characters) {
        assertThat(parse("Treasury" + characters + "Service")).isEmpty();
        assertThat(problems).singleElement().asString().contains("write printable characters only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "Ops \ud83d\udc69\u200d\ud83d\udcbb",
                "Crew \ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc69"
            })
    void mayHaveJoinersBetweenWhatTheyJoin(String text) {
        assertThat(parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Treasury\ud83d", "\ude80Treasury", "Treasury \ud83d Service", "Treasury \ude80\ud83d"})
    void hasNoHalfOfASurrogatePair(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems).singleElement().asString().contains("write printable characters only");
    }

    @Test
    void reportsItsLengthAndItsCharacters() {
        assertThat(parse("a\u0000b")).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "Its length is 3; write 5 to 50 characters, not counting white space around them.",
                        "It contains a control or invisible character; write printable characters only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trésorerie", "Казначейство", "資金管理サービス", "Treasury " + ROCKET, "O'Brien & Co <prod>"})
    void isOfAnyScript(String text) {
        assertThat(parse(text)).map(CredentialText::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcd", " Treasury", "Treasury ", "Treasury\nService", "Treasury\ud83d"})
    void holdsNothingThatIsNoText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialText(text));
    }

    private Optional<CredentialText> parse(String text) {
        return CredentialText.parse(text, problem -> problems.add(problem.message()));
    }
}
