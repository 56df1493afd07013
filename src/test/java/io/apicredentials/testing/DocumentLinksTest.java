package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents link to is there, down to the heading; and the README names every guide. */
class DocumentLinksTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> documents = documents();

        assertThat(documents).hasSizeGreaterThan(20).contains(README);
        assertThat(documents.stream().flatMap(DocumentLinksTest::broken)).isEmpty();
    }

    @Test
    void theReadmeNamesEveryGuide() throws IOException {
        String readme = Files.readString(README);

        try (Stream<Path> guides = Files.list(Path.of("docs", "guides"))) {
            assertThat(guides.map(Path::toString).filter(file -> file.endsWith(".md")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(guide -> assertThat(readme).contains("- [" + guide + "](" + guide + "): "));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<String> broken(Path document) {
        return LINK.matcher(prose(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> document + ": " + link);
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || hasHeading(target, parts[1]));
    }

    private static boolean hasHeading(Path document, String anchor) {
        return HEADING.matcher(prose(document))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .anyMatch(anchor::equals);
    }

    /** As GitHub makes it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\]\\([^)]*\\)", "")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String prose(Path document) {
        try {
            return CODE.matcher(Files.readString(document)).replaceAll("");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
