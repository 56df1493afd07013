package io.apicredentials.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ConsoleCases;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console judges the numbers of settings as they are typed. */
class ConsoleNumberCasesTest {

    @ParameterizedTest
    @MethodSource
    void acceptsWhatTheConsoleAccepts(String setting) {
        assertThat(isAccepted(setting)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatTheConsoleRefuses(String setting) {
        assertThat(isAccepted(setting)).isFalse();
    }

    static Stream<String> acceptsWhatTheConsoleAccepts() {
        return ConsoleCases.read("settings/number-cases.json", "/accepted");
    }

    static Stream<String> refusesWhatTheConsoleRefuses() {
        return ConsoleCases.read("settings/number-cases.json", "/refused");
    }

    /** @param setting its path and its text, separated by a space */
    private static boolean isAccepted(String setting) {
        String[] parts = setting.split(" ", 2);
        return RealmSetting.ALL.stream()
                .filter(each -> each.path().equals(parts[0]))
                .findFirst()
                .orElseThrow()
                .accepts(parts[1]);
    }
}
