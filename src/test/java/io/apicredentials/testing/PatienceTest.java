package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Path SOURCES = Path.of("src", "test", "java");

    /** A call that sets a limit, and does not take it from {@link Patience}. */
    private static final Pattern LIMIT_OF_ITS_OWN = Pattern.compile(
            "\\.\\w*([tT]imeout|StartupWait)\\(\\s*(?!(?:\\(double\\) )?Patience\\b|Timeout\\.of\\(Patience\\b)[^)\\s]+");

    @Test
    void noTestWaitsByALimitOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(LIMIT_OF_ITS_OWN
                                    .matcher(Files.readString(file))
                                    .results())
                            .map(MatchResult::group)
                            .isEmpty());
        }
    }
}
