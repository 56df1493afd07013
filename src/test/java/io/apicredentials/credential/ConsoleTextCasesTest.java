package io.apicredentials.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ConsoleCases;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console counts the characters of names and descriptions as they are typed. */
class ConsoleTextCasesTest {

    @ParameterizedTest
    @MethodSource
    void acceptsWhatTheConsoleAccepts(String text) {
        assertThat(CredentialText.parse(text, problem -> {})).isPresent();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatTheConsoleRefuses(String text) {
        assertThat(CredentialText.parse(text, problem -> {})).isEmpty();
    }

    static Stream<String> acceptsWhatTheConsoleAccepts() {
        return ConsoleCases.read("form/text-cases.json", "/accepted");
    }

    static Stream<String> refusesWhatTheConsoleRefuses() {
        return ConsoleCases.read("form/text-cases.json", "/refused");
    }
}
