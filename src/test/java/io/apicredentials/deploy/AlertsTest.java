package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules are rules for Prometheus, fire when they should, and are those that the documentation names. */
final class AlertsTest {

    private static final Path FOLDER = Shipped.FOLDER.resolve("prometheus");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(ApiCredential\\w+)` \\|");

    private final JsonNode rules =
            Shipped.yaml("prometheus/alerts.yaml").path("groups").path(0).path("rules");

    @Test
    void prometheusTakesThem() {
        assertThat(Tool.of("promtool")
                        .run(FOLDER, "check", "rules", "alerts.yaml")
                        .expectSuccess())
                .contains(rules.size() + " rules found");
    }

    @Test
    void theyFireWhenTheyShould() {
        Tool.of("promtool").run(FOLDER, "test", "rules", "alerts_test.yaml").expectSuccess();
    }

    @Test
    void eachHasATestInWhichItFiresAndOneInWhichItDoesNot() {
        JsonNode tests = Shipped.yaml("prometheus/alerts_test.yaml").path("tests");
        List<JsonNode> cases = tests.findValues("alert_rule_test").stream()
                .flatMap(list -> list.valueStream())
                .toList();

        for (JsonNode rule : rules) {
            List<JsonNode> ofRule = cases.stream()
                    .filter(test -> test.path("alertname").equals(rule.path("alert")))
                    .toList();
            assertThat(ofRule).as(rule.path("alert").asText()).anyMatch(test -> test.has("exp_alerts"));
            assertThat(ofRule).as(rule.path("alert").asText()).anyMatch(test -> !test.has("exp_alerts"));
        }
    }

    @Test
    void eachHasASeverityAndSaysWhatItIsAbout() {
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).endsWith(".");
        });
    }

    @Test
    void theDocumentationNamesThem() throws IOException {
        List<String> documented = DOCUMENTED
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(documented).containsExactlyElementsOf(rules.findValuesAsText("alert"));
    }
}
