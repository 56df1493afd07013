package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever option is set in deploy exists in this Keycloak, and is one of the build or of the start as it has to be. */
final class OptionsTest {

    private static final Pattern BUILD = Pattern.compile("(?m)^RUN /opt/keycloak/bin/kc\\.sh build (.*)$");

    private final ServerOptions known = new ServerOptions();

    @Test
    void theImageIsBuiltWithOptionsOfTheBuild() {
        Map<String, String> options = buildOptions();

        assertThat(options).containsEntry("db", "postgres").containsEntry("metrics-enabled", "true");
        assertThat(options.keySet()).allMatch(known::isBuildOption);
        assertHaveValidValues(options);
    }

    /** One of the build would be ignored, or make each start a build. */
    @Test
    void theContainersAreStartedWithOptionsOfTheStart() {
        Map<String, String> options = Compose.keycloakEnvironment().entrySet().stream()
                .collect(Collectors.toMap(entry -> ServerOptions.ofVariable(entry.getKey()), Map.Entry::getValue));

        assertThat(options.keySet()).hasSizeGreaterThan(8).allMatch(known::isStartOption);
        assertHaveValidValues(options);
    }

    @Test
    void kubernetesGivesOptionsOfTheStart() {
        Map<String, String> options = new TreeMap<>();
        Shipped.yaml("kubernetes/keycloak.yaml")
                .at("/spec/additionalOptions")
                .forEach(option -> options.put(
                        option.path("name").asText(), option.path("value").asText()));

        assertThat(options.keySet())
                .contains("spi-api-credentials--server--trusted-proxies")
                .allMatch(known::isStartOption);
        assertThat(known.values("proxy-headers"))
                .contains(Shipped.yaml("kubernetes/keycloak.yaml")
                        .at("/spec/proxy/headers")
                        .asText());
    }

    @Test
    void oursAreDocumented() throws IOException {
        String documented = Files.readString(Path.of("docs/configuration.md"));

        assertThat(List.of(
                        Shipped.text("kubernetes/keycloak.yaml"),
                        String.join(
                                "\n",
                                Compose.keycloakEnvironment().keySet().stream()
                                        .map(ServerOptions::ofVariable)
                                        .toList())))
                .allSatisfy(text -> assertThat(Pattern.compile("spi-api-credentials--server--[a-z-]+")
                                .matcher(text)
                                .results())
                        .isNotEmpty()
                        .allMatch(found -> documented.contains("`--" + found.group() + "`")));
    }

    private void assertHaveValidValues(Map<String, String> options) {
        assertThat(options).allSatisfy((key, value) -> {
            if (!known.values(key).isEmpty()) {
                assertThat(known.values(key)).contains(value);
            }
        });
    }

    private static Map<String, String> buildOptions() {
        var command = BUILD.matcher(Shipped.text("Dockerfile"));
        assertThat(command.find()).isTrue();
        Map<String, String> options = new TreeMap<>();
        for (String option : command.group(1).split(" ", -1)) {
            assertThat(option).matches("--[a-z-]+=\\S+");
            options.put(option.substring(2, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return options;
    }
}
