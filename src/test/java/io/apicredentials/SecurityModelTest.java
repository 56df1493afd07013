package io.apicredentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test that docs/security-model.md names as a proof is there. */
class SecurityModelTest {

    private static final Path DOCUMENT = Path.of("docs", "security-model.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

    static Stream<String> named() throws IOException {
        return NAMED.matcher(Files.readString(DOCUMENT))
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void isThere(String name) throws IOException {
        Matcher parts = NAMED.matcher(name);
        assertThat(parts.matches()).isTrue();

        assertThat(classes()).containsKey(parts.group(1));
        if (parts.group(2) != null) {
            assertThat(Files.readString(classes().get(parts.group(1)))).contains("    void " + parts.group(2) + "(");
        }
    }

    private static Map<String, Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
        }
    }
}
