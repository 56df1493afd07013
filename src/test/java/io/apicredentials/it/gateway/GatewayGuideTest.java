package io.apicredentials.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Guide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The guide shows what is run: its blocks are parts of the examples, and its table has the versions that their build files
 * name. What comes from Debian (Apache and its modules, nginx, HAProxy) has in the table the version of the day it was run on;
 * that is not compared, since a security update of the machine would change it.
 */
class GatewayGuideTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)\n```(?!sh\n)[a-z]+\n(.*?)```\n");
    private static final Pattern VERSION = Pattern.compile("(?:<version>|<quarkus.version>)([0-9.]+)</");

    private final String guide = read(Path.of("docs", "guides", "check-permissions.md"));

    @Test
    void everyBlockIsAPartOfAnExample() throws IOException {
        List<String> examples = examples();
        List<String> blocks =
                BLOCK.matcher(guide).results().map(block -> block.group(1)).toList();

        assertThat(blocks).hasSizeGreaterThan(10);
        assertThat(blocks).allSatisfy(block -> assertThat(examples).anyMatch(example -> example.contains(block)));
    }

    @Test
    void whatTheGuideForProgramsShowsOfSpringIsAPartOfAnExample() throws IOException {
        Guide section = new Guide("guides/token-clients.md", "With Spring");
        List<String> examples = examples();

        assertThat(List.of(section.code("yaml"), section.code("java")))
                .allSatisfy(block -> assertThat(examples).anyMatch(example -> example.contains(block)));
    }

    @Test
    void theTableHasTheVersionsOfWhatIsRun() {
        JsonNode express = Answer.parse(read(Example.EXAMPLES.resolve("express/package.json")))
                .path("dependencies");

        assertThat(express).hasSize(3);
        assertThat(guide)
                .contains("| Spring Boot " + version("spring") + " |")
                .contains("| [Quarkus OIDC](#quarkus) | " + version("quarkus") + " |")
                .contains("| " + express.path("express").asText() + ", "
                        + express.path("jose").asText() + " |")
                .contains("| " + express.path("express").asText() + ", "
                        + express.path("express-oauth2-jwt-bearer").asText() + " |");
    }

    @Test
    void itNamesThePackagesThatTheExamplesNeed() {
        assertThat(Stream.of(
                                Examples.apache("mod_auth_openidc"),
                                Examples.apache("mod_oauth2"),
                                Examples.nginx(),
                                Examples.haproxy())
                        .map(example -> example.howToGet().replaceAll("^Debian: apt-get install (.*)\\.$", "| `$1`")))
                .allSatisfy(packages -> assertThat(guide).contains(packages));
    }

    @Test
    void whatWasNotRunNamesItsDocument() {
        List<String> rows = guide.split("and \\*\\*not run\\*\\*", 2)[1]
                .split("\n## ", 2)[0]
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();

        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(row).contains("](https://"));
    }

    private static String version(String example) {
        return VERSION.matcher(read(Example.EXAMPLES.resolve(example).resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(version -> version.contains("."))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Example.EXAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of("/node_modules/", "/target/")
                            .noneMatch(built -> file.toString().contains(built)))
                    .map(GatewayGuideTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
