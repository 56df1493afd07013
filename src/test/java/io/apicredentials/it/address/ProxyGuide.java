package io.apicredentials.it.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.deploy.Compose;
import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.ProxiedServer;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide about proxies: its configurations, and its commands through each of them. */
abstract class ProxyGuide {

    /** What the commands write, wherever they are run from. */
    static final String CHECKED = """
            {"address":"127.0.0.1","source":"X-Forwarded-For","proxyHeader":"X-Forwarded-For","trustedProxies":PROXIES}
            invalid_client
            invalid_client
            invalid_client
            ["127.0.0.1"]
            Bearer
            {"address":"127.0.0.1","accepted":1,"refused":3}
            """;

    private final KeycloakServer server;
    private final TestRealm realm;

    @TempDir
    private Path folder;

    ProxyGuide(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Runs the commands of the guide through a proxy. */
    static String check(GuidedProxy proxy, Path certificate, TestRealm realm) {
        return GuidedProxy.section("Check it")
                .run(commands -> "export CURL_CA_BUNDLE='" + certificate + "'\n"
                        + commands.replace("https://id.example.com", proxy.url())
                                .replace("realms/demo", "realms/" + realm.name()));
    }

    @Test
    void nginxTellsTheAddressOfTheCallerAndNothingThatItWrote() throws IOException {
        Path certificate = GuidedProxy.certificate(folder);
        try (GuidedProxy nginx =
                GuidedProxy.startNginx(folder, GuidedProxy.nginx(), server.url(), ProxiedServer.TRUSTED)) {
            assertThat(check(nginx, certificate, realm)).isEqualTo(CHECKED.replace("PROXIES", "1"));
            assertThat(statuses(nginx, certificate)).containsExactly("404", "404", "200");
        }
    }

    @Test
    void haproxyTellsTheAddressOfTheCallerAndNothingThatItWrote() throws IOException {
        Path certificate = GuidedProxy.certificate(folder);
        String keycloak = URI.create(server.url()).getAuthority() + " source " + ProxiedServer.TRUSTED;
        try (GuidedProxy haproxy = GuidedProxy.startHaproxy(folder, keycloak)) {
            assertThat(check(haproxy, certificate, realm)).isEqualTo(CHECKED.replace("PROXIES", "1"));
            assertThat(statuses(haproxy, certificate)).containsExactly("404", "404", "200");
            assertThat(curl(
                            certificate,
                            "--interface",
                            "127.0.0.5",
                            "-Z",
                            haproxy.url() + "/realms/" + realm.name() + "/protocol/openid-connect/token?[1-700]"))
                    .contains("429");
        }
    }

    /** The server of these tests is told what those of the containers are told; so are the readers of the guide. */
    @Test
    void theServerIsToldWhatTheGuideSays() {
        String start = GuidedProxy.section("Tell the server").code("console");

        assertThat(Compose.keycloakEnvironment())
                .containsEntry("KC_PROXY_HEADERS", "xforwarded")
                .containsEntry("KC_SPI_API_CREDENTIALS__SERVER__TRUSTED_PROXIES", "1")
                .containsKey("KC_PROXY_TRUSTED_ADDRESSES");
        assertThat(start)
                .contains("--proxy-headers=xforwarded --proxy-trusted-addresses=10.0.0.5 ")
                .contains(ProxiedServer.TRUSTED_PROXIES + "1\n");
    }

    @Test
    void nginxOfTheContainersSetsTheSameHeaders() throws IOException {
        assertThat(headers(GuidedProxy.nginx()))
                .hasSizeGreaterThan(5)
                .isEqualTo(headers(Files.readString(Path.of("deploy", "nginx", "nginx.conf"))));
    }

    private static List<String> headers(String configuration) {
        return configuration
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("proxy_set_header"))
                .toList();
    }

    private List<String> statuses(GuidedProxy proxy, Path certificate) {
        return List.of("/", "/metrics", "/realms/" + realm.name()).stream()
                .map(path -> curl(certificate, proxy.url() + path).strip())
                .toList();
    }

    private String curl(Path certificate, String... arguments) {
        return Tool.of("curl", "-sS", "--cacert", certificate.toString(), "-o", "/dev/null", "-w", "%{http_code}\n")
                .run(folder, arguments)
                .expectSuccess();
    }
}
