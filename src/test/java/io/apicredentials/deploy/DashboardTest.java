package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard is one for Grafana, Prometheus understands what it asks for, and each of our metrics is on it. */
final class DashboardTest {

    private static final int WIDTH = 24;
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(api_credential_\\w+)` \\|");

    private final JsonNode dashboard = Shipped.json("grafana/api-credentials.json");
    private final JsonNode panels = dashboard.path("panels");

    @Test
    void hasAUidATitleAndNoIdOfADatabase() {
        assertThat(dashboard.path("uid").asText()).isEqualTo("api-credentials");
        assertThat(dashboard.path("title").asText()).isNotBlank();
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.has("id")).isFalse();
    }

    @Test
    void eachPanelIsDrawnAndSaysWhatItShows() {
        Set<Integer> ids = new HashSet<>();
        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("type").asText()).isIn("stat", "timeseries");
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isIn("short", "reqps", "percentunit", "s");
            assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> {
                assertThat(target.path("refId").asText()).matches("[A-Z]");
                assertThat(target.path("expr").asText()).isNotBlank();
                assertThat(target.path("legendFormat").asText()).isNotBlank();
            });
        });
    }

    @Test
    void panelsAreBesideEachOtherAndNotAcross() {
        List<Rectangle> places = new ArrayList<>();
        for (JsonNode panel : panels) {
            JsonNode grid = panel.path("gridPos");
            Rectangle place = new Rectangle(
                    grid.path("x").asInt(),
                    grid.path("y").asInt(),
                    grid.path("w").asInt(),
                    grid.path("h").asInt());
            assertThat(places).noneMatch(place::intersects);
            assertThat(place.isEmpty()).isFalse();
            assertThat(place.getMaxX()).isLessThanOrEqualTo(WIDTH);
            places.add(place);
        }
    }

    @Test
    void eachVariableThatIsUsedIsThere() {
        Set<String> known = dashboard.at("/templating/list").findValuesAsText("name").stream()
                .collect(Collectors.toCollection(HashSet::new));
        known.add("__rate_interval");
        known.add("__all");

        assertThat(Pattern.compile("\\$\\{?(\\w+)")
                        .matcher(dashboard.toString())
                        .results())
                .isNotEmpty()
                .allSatisfy(used -> assertThat(known).contains(used.group(1)));
    }

    @Test
    void theSourceOfTheDataIsChosenByWhoImportsIt() {
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @Test
    void prometheusUnderstandsEachExpression(@TempDir Path folder) throws IOException {
        ObjectNode file = new ObjectMapper().createObjectNode();
        ArrayNode rules =
                file.putArray("groups").addObject().put("name", "panels").putArray("rules");
        for (Expression expression : Expression.ofDashboard()) {
            rules.addObject().put("record", "panel:" + rules.size()).put("expr", expression.text());
        }
        // JSON is YAML.
        Files.writeString(folder.resolve("panels.yaml"), file.toString());

        assertThat(Tool.of("promtool")
                        .run(folder, "check", "rules", "panels.yaml")
                        .expectSuccess())
                .contains(rules.size() + " rules found");
    }

    @Test
    void eachDocumentedMetricIsOnItAndNoOther() throws IOException {
        Set<String> documented = DOCUMENTED
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> shown = Expression.ofDashboard().stream()
                .flatMap(expression -> expression.selectors().stream())
                .map(Expression.Selector::metric)
                .collect(Collectors.toSet());

        assertThat(shown).isEqualTo(documented);
    }
}
