package io.apicredentials.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PromQL expression about our metrics. Its syntax is for promtool to check; this finds the names in it. */
public record Expression(String text) {

    private static final Pattern SELECTOR = Pattern.compile("\\b(api_credential_[a-z_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

    /**
     * One selection of a metric.
     *
     * @param labels the values that are asked for, by the name of the label; none for a variable of the dashboard
     */
    public record Selector(String metric, Map<String, Set<String>> labels) {}

    /** The expressions of all alert rules. */
    public static List<Expression> ofAlerts() {
        return Shipped.yaml("prometheus/alerts.yaml").findValuesAsText("expr").stream()
                .map(Expression::new)
                .toList();
    }

    /** The expressions of all panels, with a value in the place of each of Grafana's variables. */
    public static List<Expression> ofDashboard() {
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode panel : Shipped.json("grafana/api-credentials.json").path("panels")) {
            panel.path("targets").findValuesAsText("expr").stream()
                    .map(text -> text.replace("$__rate_interval", "5m").replace("$job", ".*"))
                    .map(Expression::new)
                    .forEach(expressions::add);
        }
        return expressions;
    }

    public List<Selector> selectors() {
        return SELECTOR.matcher(text)
                .results()
                .map(found -> new Selector(found.group(1), labels(found.group(2) == null ? "" : found.group(2))))
                .toList();
    }

    /** The labels that results are grouped by. */
    public Set<String> grouping() {
        return GROUPING.matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\s*,\\s*", -1)))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Map<String, Set<String>> labels(String matchers) {
        Map<String, Set<String>> labels = new TreeMap<>();
        MATCHER.matcher(matchers).results().forEach(found -> {
            Set<String> values = new TreeSet<>(Arrays.asList(found.group(3).split("\\|", -1)));
            values.remove(".*");
            labels.put(found.group(1), values);
        });
        return labels;
    }
}
