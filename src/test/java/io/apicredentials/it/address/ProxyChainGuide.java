package io.apicredentials.it.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.ProxiedServer;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide about proxies, where one stands behind the other. */
abstract class ProxyChainGuide {

    /** The address of the outer proxy for the inner one. */
    private static final String OUTER = "127.0.0.12";

    private static final String OVERWRITING = "  proxy_set_header X-Forwarded-For $remote_addr;\n";

    private final KeycloakServer server;
    private final TestRealm realm;

    @TempDir
    private Path folder;

    ProxyChainGuide(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void theAddressIsTheOneThatTheOuterProxyWasCalledFrom() throws IOException {
        Path certificate = GuidedProxy.certificate(folder);
        String appending = GuidedProxy.section("Two proxies, one behind the other")
                .code("nginx")
                .replace("10.0.0.4", OUTER);
        assertThat(GuidedProxy.nginx()).contains(OVERWRITING);
        String configuration = GuidedProxy.nginx().replace(OVERWRITING, appending);
        try (GuidedProxy nginx = GuidedProxy.startNginx(folder, configuration, server.url(), ProxiedServer.TRUSTED);
                GuidedProxy haproxy = GuidedProxy.startHaproxy(
                        folder,
                        nginx.authority() + " ssl verify required ca-file " + certificate + " source " + OUTER)) {
            assertThat(ProxyGuide.check(haproxy, certificate, realm))
                    .isEqualTo(ProxyGuide.CHECKED.replace("PROXIES", "2"));

            String past = Tool.of("curl", "-sS", "--cacert", certificate.toString())
                    .run(folder, "-o", "/dev/null", "-w", "%{http_code}", nginx.url() + "/realms/" + realm.name())
                    .expectSuccess();
            assertThat(past).isEqualTo("403");
        }
    }
}
