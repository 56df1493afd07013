package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compose takes the file, and its parts agree: the nodes, the proxy before them, and what watches them. */
final class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-])?[^}]*}");

    private final JsonNode services = Compose.file().path("services");
    private final String nginx = Shipped.text("nginx/nginx.conf");

    /** By the schema of the Compose specification, in which an unknown field is an error. */
    @Test
    void composeTakesIt(@TempDir Path folder) throws IOException {
        Path variables = Files.writeString(
                folder.resolve("env"), Shipped.text(".env.example").replaceAll("(?m)PASSWORD=$", "PASSWORD=secret"));

        String taken = compose()
                .run(Shipped.FOLDER, "--env-file", variables.toString(), "config")
                .expectSuccess();

        JsonNode resolved = Shipped.documents(taken).get(0);
        assertThat(resolved.path("services")).hasSameSizeAs(services);
        assertThat(resolved.at("/services/keycloak-2/environment/KC_DB_PASSWORD")
                        .asText())
                .isEqualTo("secret");
    }

    @Test
    void composeRefusesAFieldThatItDoesNotKnow(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("compose.yaml"), Shipped.text("compose.yaml").replace("cap_drop:", "cap_dropped:"));

        assertThat(compose().run(folder, "-f", file.toString(), "config").status())
                .isNotZero();
    }

    /** What a test starts, and removes with its volumes, is nothing that somebody has started here. */
    @Test
    void aProjectOfATestSharesNothing(@TempDir Path folder) throws IOException {
        ComposeProject project = ComposeProject.below(folder);
        Tool.of("bash").run(project.folder(), "prepare.sh").expectSuccess();

        String taken =
                compose().run(project.folder(), project.environment(), "config").expectSuccess();

        assertThat(taken)
                .contains(folder + "/deploy/tls", "image: " + project.image())
                .doesNotContain(
                        "172.30.238",
                        "127.0.0.1:8443:",
                        "127.0.0.1:3000:",
                        "image: keycloak-api-credentials",
                        "container_name:")
                .doesNotContain(Shipped.FOLDER.toAbsolutePath().toString());
        // Without a name of their own, they have that of the project before theirs.
        assertThat(Compose.file().path("volumes")).hasSize(3).allMatch(JsonNode::isEmpty);
        assertThat(Compose.file().path("networks")).isNotEmpty().allMatch(network -> !network.has("name"));
    }

    private static Tool compose() {
        return Tool.of("docker-compose");
    }

    @Test
    void eachVariableIsExplainedAndNoPasswordHasADefault() {
        Set<String> used = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(Shipped.text("compose.yaml"));
        while (variable.find()) {
            used.add(variable.group(1));
            boolean isPassword = variable.group(1).endsWith("PASSWORD");
            assertThat(variable.group(2)).as(variable.group(1)).isEqualTo(isPassword ? ":?" : ":-");
        }
        Set<String> explained = new TreeSet<>(Shipped.text(".env.example")
                .lines()
                .filter(line -> line.matches("\\w+=.*"))
                .map(line -> line.split("=", 2)[0])
                .toList());

        used.add("COMPOSE_PROJECT_NAME");
        assertThat(explained).isEqualTo(used);
        assertThat(Shipped.text(".env.example").lines().filter(line -> line.contains("PASSWORD=")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("="));
    }

    @Test
    void theNodesAreEqualAndTheirImageIsBuiltOnce() {
        ObjectNode one = services.path("keycloak-1").deepCopy();
        ObjectNode two = services.path("keycloak-2").deepCopy();

        assertThat(one.remove("build").path("dockerfile").asText()).isEqualTo("deploy/Dockerfile");
        assertThat(two.remove("pull_policy").asText()).isEqualTo("never");
        one.remove("networks");
        two.remove("networks");
        assertThat(two).isEqualTo(one);
    }

    /** nginx looks the names up once: whatever is made anew has the address that it had, and nothing else gets it meanwhile. */
    @Test
    void theAddressesOfProxyAndNodesAreFixedAndOutsideOfTheRange() {
        JsonNode front = Compose.file().at("/networks/front/ipam/config/0");
        List<String> addresses = Stream.of("nginx", "keycloak-1", "keycloak-2")
                .map(name ->
                        services.path(name).at("/networks/front/ipv4_address").asText())
                .toList();

        String network = "${NETWORK:-172.30.238}.";
        assertThat(front)
                .hasToString("{\"subnet\":\"" + network + "0/24\",\"gateway\":\"" + network + "1\",\"ip_range\":\""
                        + network + "128/25\"}");
        assertThat(addresses).containsExactly(network + "10", network + "11", network + "12");
        assertThat(nginx).contains("proxy_connect_timeout ");
    }

    @Test
    void keycloakBelievesTheProxyAndNobodyElse() {
        assertThat(Compose.keycloakEnvironment())
                .containsEntry("KC_PROXY_HEADERS", "xforwarded")
                .containsEntry("KC_PROXY_TRUSTED_ADDRESSES", Compose.proxyAddress())
                .containsEntry("KC_SPI_API_CREDENTIALS__SERVER__TRUSTED_PROXIES", "1");
    }

    @Test
    void theProxyOverwritesWhatCallersWrite() {
        assertThat(nginx)
                .contains("proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header Forwarded \"\";")
                .doesNotContain("proxy_add_x_forwarded_for", "http_x_forwarded_for");
        // A location with a header of its own would have none of those above.
        assertThat(nginx.lines().filter(line -> line.startsWith("      proxy_set_header")))
                .isEmpty();
    }

    @Test
    void theProxyAndPrometheusReachBothNodes() {
        List<String> servers = Pattern.compile("server (\\S+:\\d+);")
                .matcher(nginx)
                .results()
                .map(found -> found.group(1))
                .toList();
        JsonNode targets = Shipped.yaml("prometheus/prometheus.yaml").at("/scrape_configs/0/static_configs/0/targets");

        assertThat(servers).containsExactly("keycloak-1:8080", "keycloak-2:8080");
        assertThat(targets).hasToString("[\"keycloak-1:9000\",\"keycloak-2:9000\"]");
        assertThat(List.of("keycloak-1", "keycloak-2"))
                .allSatisfy(
                        node -> assertThat(services.path(node).path("networks").properties())
                                .extracting(Map.Entry::getKey)
                                .containsExactly("front", "data", "monitoring"));
    }

    @Test
    void onlyTheProxyIsOpenToOthers() {
        assertThat(services.properties()).allSatisfy(service -> {
            JsonNode ports = service.getValue().path("ports");
            switch (service.getKey()) {
                case "nginx" -> assertThat(ports.path(0).asText()).startsWith("${PUBLIC_ADDRESS:-127.0.0.1}:");
                case "grafana" -> assertThat(ports.path(0).asText()).startsWith("127.0.0.1:");
                default -> assertThat(ports).isEmpty();
            }
        });
        assertThat(Compose.file().at("/networks/data/internal").asBoolean()).isTrue();
    }

    /** What a container has of ours is here; a folder that is not would be made, empty and owned by root. */
    @Test
    void whatIsMountedIsThere() {
        List<String> mounted = services.findValues("volumes").stream()
                .flatMap(JsonNode::valueStream)
                .map(volume -> volume.asText().split(":", 2)[0])
                .filter(path -> path.startsWith("./") && !path.equals("./tls"))
                .toList();

        assertThat(mounted).isNotEmpty().allMatch(path -> Files.exists(Shipped.FOLDER.resolve(path)));
    }

    @Test
    void prometheusTakesItsConfiguration() {
        Tool.of("promtool")
                .run(Shipped.FOLDER.resolve("prometheus"), "check", "config", "prometheus.yaml")
                .expectSuccess();
    }

    @Test
    void grafanaFindsTheDashboardWhereItIsMounted() {
        String folder = Shipped.yaml("grafana/provisioning/dashboards/api-credentials.yaml")
                .at("/providers/0/options/path")
                .asText();

        assertThat(services.at("/grafana/volumes").toString())
                .contains("./grafana/api-credentials.json:" + folder + "/api-credentials.json:ro");
        assertThat(Shipped.yaml("grafana/provisioning/datasources/prometheus.yaml")
                        .at("/datasources/0/url")
                        .asText())
                .isEqualTo("http://prometheus:9090");
    }
}
