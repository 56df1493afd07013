package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Guide;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is applied to a cluster has only fields that are there, and its parts agree. */
final class KubernetesTest {

    private static final Path FOLDER = Shipped.FOLDER.resolve("kubernetes");
    private static final Guide GUIDE = new Guide("containers.md");

    /** The models keep what they do not know; here that is an error. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    /**
     * The fields of the operator's resource that we use, as read in its class KeycloakSpec: its schema is published nowhere
     * that a build could read it.
     */
    private static final Set<String> OPERATOR_FIELDS = Set.of(
            "additionalOptions.name",
            "additionalOptions.value",
            "db.database",
            "db.host",
            "db.passwordSecret.key",
            "db.passwordSecret.name",
            "db.usernameSecret.key",
            "db.usernameSecret.name",
            "db.vendor",
            "hostname.hostname",
            "http.httpEnabled",
            "image",
            "ingress.className",
            "ingress.enabled",
            "ingress.tlsSecret",
            "instances",
            "networkPolicy.enabled",
            "proxy.headers",
            "serviceMonitor.enabled",
            "startOptimized");

    private final ObjectNode keycloak = (ObjectNode) Shipped.yaml("kubernetes/keycloak.yaml");

    @Test
    void eachFieldIsOneOfItsKind() throws JsonProcessingException {
        NetworkPolicy policy = STRICT.treeToValue(Shipped.yaml("kubernetes/network-policy.yaml"), NetworkPolicy.class);
        ServiceMonitor monitor =
                STRICT.treeToValue(Shipped.yaml("kubernetes/service-monitor.yaml"), ServiceMonitor.class);
        PrometheusRule rule = STRICT.treeToValue(Shipped.yaml("kubernetes/prometheus-rule.yaml"), PrometheusRule.class);

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(monitor.getSpec().getSelector().getMatchLabels())
                .isEqualTo(Map.of(
                        "app",
                        "keycloak",
                        "app.kubernetes.io/managed-by",
                        "keycloak-operator",
                        "app.kubernetes.io/instance",
                        keycloak.at("/metadata/name").asText()));
        assertThat(rule.getSpec().getGroups()).hasSize(1);
    }

    @Test
    void aFieldThatIsNotThereIsAnError() {
        ObjectNode monitor = (ObjectNode) Shipped.yaml("kubernetes/service-monitor.yaml");
        ((ObjectNode) monitor.at("/spec/endpoints/0")).put("ports", "management");

        assertThatThrownBy(() -> STRICT.treeToValue(monitor, ServiceMonitor.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("\"ports\"");
    }

    @Test
    void theResourceOfTheOperatorHasItsFields() throws JsonProcessingException {
        ObjectNode spec = (ObjectNode) keycloak.path("spec").deepCopy();
        STRICT.treeToValue(spec.remove("resources"), ResourceRequirements.class);
        Set<String> fields = new TreeSet<>();
        collect(spec, "", fields);

        assertThat(keycloak.path("apiVersion").asText()).isEqualTo("k8s.keycloak.org/v2beta1");
        assertThat(keycloak.path("kind").asText()).isEqualTo("Keycloak");
        assertThat(fields).isEqualTo(new TreeSet<>(OPERATOR_FIELDS));
    }

    /** As the guide has it, in a folder beside deploy. */
    @Test
    void theOverlayOfTheGuideChangesWhatItSays(@TempDir Path folder) throws IOException {
        Shipped.copyTo(folder.resolve("deploy"));
        Path overlay = Files.createDirectory(folder.resolve("my-overlay"));
        Files.writeString(overlay.resolve("kustomization.yaml"), GUIDE.code("yaml"));

        JsonNode made = by(
                "/kind",
                Shipped.documents(
                        Tool.of("kubectl", "kustomize").run(overlay, ".").expectSuccess()));

        ObjectNode spec = (ObjectNode) made.path("Keycloak").path("spec");
        assertThat(spec.path("image").asText()).contains("@sha256:");
        spec.remove("resources");
        Set<String> fields = new TreeSet<>();
        collect(spec, "", fields);
        fields.removeAll(OPERATOR_FIELDS);
        // Of the operator's class UpdateSpec.
        assertThat(fields).containsExactly("update.strategy");
        assertThat(List.of("ServiceMonitor", "PrometheusRule"))
                .allMatch(kind -> made.path(kind).at("/metadata/labels").has("release"));
    }

    /** They are run, but for the cluster. */
    @Test
    void theCommandsOfTheGuideMakeWhatTheResourceNames(@TempDir Path folder) throws IOException {
        Shipped.copyTo(folder.resolve("deploy"));
        Tool.of("bash").run(folder.resolve("deploy"), "prepare.sh").expectSuccess();
        for (String file : List.of("tls.crt", "tls.key")) {
            Files.copy(folder.resolve("deploy/tls").resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("password"), "secret");

        JsonNode made = by(
                "/metadata/name",
                GUIDE.code("console")
                        .lines()
                        .filter(line -> line.startsWith("$ kubectl ") && line.contains(" create "))
                        .map(line -> line.substring("$ kubectl ".length()) + " --dry-run=client -o yaml")
                        .map(line -> Tool.of("kubectl")
                                .run(folder, line.split(" ", -1))
                                .expectSuccess())
                        .map(yaml -> Shipped.documents(yaml).get(0))
                        .toList());

        JsonNode spec = keycloak.path("spec");
        assertThat(made.properties())
                .extracting(Entry::getKey)
                .containsExactlyInAnyOrder(
                        Shipped.yaml("kubernetes/kustomization.yaml")
                                .path("namespace")
                                .asText(),
                        spec.at("/db/usernameSecret/name").asText(),
                        spec.at("/ingress/tlsSecret").asText());
        assertThat(made.path(spec.at("/db/passwordSecret/name").asText()).path("data"))
                .hasToString("{\"password\":\"c2VjcmV0\",\"username\":\"a2V5Y2xvYWs=\"}");
    }

    private static JsonNode by(String pointer, List<JsonNode> resources) {
        ObjectNode found = STRICT.createObjectNode();
        resources.forEach(resource -> found.set(resource.at(pointer).asText(), resource));
        return found;
    }

    private static void collect(JsonNode node, String path, Set<String> fields) {
        if (node.isValueNode()) {
            fields.add(path);
        }
        node.properties()
                .forEach((Entry<String, JsonNode> field) -> collect(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), fields));
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, fields));
        }
    }

    @Test
    void theRulesAreThoseOfPrometheus() {
        assertThat(Shipped.yaml("kubernetes/prometheus-rule.yaml").path("spec"))
                .isEqualTo(Shipped.yaml("prometheus/alerts.yaml"));
    }

    @Test
    void kustomizeMakesAllOfThemInOneNamespace() {
        List<JsonNode> made = Shipped.documents(
                Tool.of("kubectl", "kustomize").run(FOLDER, ".").expectSuccess());

        assertThat(made)
                .extracting(resource -> resource.path("kind").asText())
                .containsExactlyInAnyOrder("Keycloak", "NetworkPolicy", "PrometheusRule", "ServiceMonitor");
        assertThat(made)
                .extracting(resource -> resource.at("/metadata/namespace").asText())
                .containsOnly("keycloak");
    }
}
