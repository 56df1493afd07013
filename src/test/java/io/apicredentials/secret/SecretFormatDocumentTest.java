package io.apicredentials.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/secret-format.md tells secret scanners is true of the secrets that are made. */
class SecretFormatDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "secret-format.md");
    private static final Pattern SCANNER = Pattern.compile("## For scanners\n\n```\n(.+)\n```");
    private static final Pattern IN_CODE = Pattern.compile("(?:fullmatch\\(r|matches\\()\"([^\"]+)\"");
    private static final Pattern EXAMPLE = Pattern.compile("kac_(?:sbx_|prd_)? ?003aUl[0-9A-Za-z]{37} ?[0-9A-Za-z]{6}");

    static Stream<Optional<Environment>> environments() {
        return Stream.concat(
                Stream.of(Optional.empty()), Stream.of(Environment.values()).map(Optional::of));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void itsExpressionFindsEverySecretInALineOfAFile(Optional<Environment> environment) throws IOException {
        Pattern scanner = Pattern.compile(expression());

        RandomCases.forEach(1_000, random -> {
            String secret = ClientSecret.of(environment, RandomCases.bytes(random, ClientSecret.RANDOM_BYTES))
                    .reveal();
            Matcher found = scanner.matcher("CLIENT_SECRET=\"" + secret + "\" # keep");

            assertThat(found.find()).isTrue();
            assertThat(found.group()).isEqualTo(secret);
            assertThat(ClientSecret.parse(found.group()))
                    .flatMap(ClientSecret::environment)
                    .isEqualTo(environment);
        });
    }

    @Test
    void itsCodeHasTheSameExpression() throws IOException {
        List<String> inCode =
                IN_CODE.matcher(text()).results().map(match -> match.group(1)).toList();

        String wanted = expression();
        assertThat(inCode).hasSize(2).allMatch(each -> wanted.equals("\\b" + each + "\\b"));
    }

    @Test
    void itsExamplesAreIntact() throws IOException {
        List<String> examples = EXAMPLE.matcher(text())
                .results()
                .map(match -> match.group().replace(" ", ""))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(each -> ClientSecret.parse(each).isPresent());
    }

    private static String expression() throws IOException {
        Matcher scanner = SCANNER.matcher(text());
        assertThat(scanner.find()).isTrue();
        return scanner.group(1);
    }

    private static String text() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
