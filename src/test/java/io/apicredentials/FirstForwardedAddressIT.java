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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a number of proxies, Keycloak takes the first address of the header, which the server warns of. */
@KeycloakTest(server = FirstForwardedAddressIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class FirstForwardedAddressIT {

    private static final String HEADER = "X-Forwarded-For";

    private final KeycloakServer server;
    private final ProxiedCaller caller;

    FirstForwardedAddressIT(KeycloakServer server, TestRealm realm) {
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
            builder.option("--proxy-headers=xforwarded").option(ProxiedServer.trustOnlyTheProxy());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "203.0.113.7, 198.51.100.1", "::ffff:203.0.113.7"})
    void admitsTheFirstAddressOfATrustedPeer(String chain) {
        caller.isAdmitted(TRUSTED, Fields.of(HEADER, chain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1, 203.0.113.7", "2001:db8::1, 203.0.113.7"})
    void refusesAnyOther(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "api.example.com"})
    void knowsNoAddressOfAHeaderWithoutOne(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_unknown");
    }

    @Test
    void judgesByTheConnectionWhatNoTrustedPeerSent() {
        caller.isRefused(UNTRUSTED, Fields.of(HEADER, "203.0.113.7"), "address_not_allowed");
        caller.isRefused(TRUSTED, Fields.none(), "address_not_allowed");
    }

    @Test
    void warnsThatTheCallerMayHaveWrittenIt() {
        JsonNode seen = caller.selfTest(Person.AUDITOR, TRUSTED, Fields.of(HEADER, "203.0.113.7"))
                .expect(200)
                .json();

        assertThat(seen.path("address").asText()).isEqualTo("203.0.113.7");
        assertThat(seen.path("trustedProxies").asInt()).isZero();
        assertThat(seen.path("warnings")).hasSize(1);
        assertThat(seen.at("/warnings/0").asText()).contains("trusted-proxies");
        assertThat(ProxiedServer.log(server))
                .contains("Addresses of API credentials: "
                        + seen.at("/warnings/0").asText());
    }
}
