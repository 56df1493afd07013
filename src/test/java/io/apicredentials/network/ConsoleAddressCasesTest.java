package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ConsoleCases;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console judges addresses as they are typed. */
class ConsoleAddressCasesTest {

    @ParameterizedTest
    @MethodSource
    void acceptsWhatTheConsoleAccepts(String entry) {
        assertThat(Ipv4Range.parse(entry, problem -> {})).isPresent();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatTheConsoleRefuses(String entry) {
        assertThat(Ipv4Range.parse(entry, problem -> {})).isEmpty();
    }

    static Stream<String> acceptsWhatTheConsoleAccepts() {
        return ConsoleCases.read("form/address-cases.json", "/accepted");
    }

    static Stream<String> refusesWhatTheConsoleRefuses() {
        return ConsoleCases.read("form/address-cases.json", "/refused");
    }
}
