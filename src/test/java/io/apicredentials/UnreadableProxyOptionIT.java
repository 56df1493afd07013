package io.apicredentials;

import static io.apicredentials.testing.ProxiedServer.TRUSTED;
import static io.apicredentials.testing.ProxiedServer.UNTRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.ProxiedCaller;
import io.apicredentials.testing.ProxiedServer;
import io.apicredentials.testing.ServerChange;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** An option that nobody can read keeps every credential from working, and says so. */
@KeycloakTest(server = UnreadableProxyOptionIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class UnreadableProxyOptionIT {

    private static final String HEADER = "X-Forwarded-For";

    private final KeycloakServer server;
    private final ProxiedCaller caller;

    UnreadableProxyOptionIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.caller = ProxiedCaller.in(realm);
    }

    static final class Proxied implements ServerChange {

        @Override
        public String name() {
            return ProxiedServer.FOLDER;
        }

        @Override
        public void apply(KeycloakServerBuilder builder) {
            builder.option("--proxy-headers=xforwarded").option(ProxiedServer.trustedProxies("two"));
        }
    }

    @Test
    void refusesEverybody() {
        caller.isRefused(TRUSTED, Fields.of(HEADER, "203.0.113.7"), "address_unknown");
        caller.isRefused(UNTRUSTED, Fields.none(), "address_unknown");
    }

    @Test
    void saysSo() {
        JsonNode seen = caller.selfTest(Person.AUDITOR, TRUSTED, Fields.none())
                .expect(200)
                .json();

        assertThat(seen.has("address")).isFalse();
        assertThat(seen.has("trustedProxies")).isFalse();
        assertThat(seen.path("warnings")).hasSize(1);
        assertThat(seen.at("/warnings/0").asText()).contains("no API credential is accepted");
        assertThat(ProxiedServer.log(server))
                .contains("Addresses of API credentials: "
                        + seen.at("/warnings/0").asText());
    }
}
