package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console judges addresses as they are typed; its tests read the same cases, so that the two cannot drift apart. */
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

    static Stream<String> acceptsWhatTheConsoleAccepts() throws IOException {
        return cases("accepted");
    }

    static Stream<String> refusesWhatTheConsoleRefuses() throws IOException {
        return cases("refused");
    }

    private static Stream<String> cases(String kind) throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(Path.of("themes/src/form/address-cases.json").toFile());
        return StreamSupport.stream(all.get(kind).spliterator(), false).map(JsonNode::asText);
    }
}
