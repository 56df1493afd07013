package io.apicredentials.it.address;

import static io.apicredentials.testing.ProxiedServer.TRUSTED;
import static io.apicredentials.testing.ProxiedServer.UNTRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.ProxiedCaller;
import io.apicredentials.testing.ProxiedServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a number of proxies, Keycloak takes the first address of the header, which the server warns of. */
@KeycloakTest(server = FirstForwardedAddressIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class FirstForwardedAddressIT {

    private static final String HEADER = "X-Forwarded-For";

    private final ProxiedCaller caller;

    FirstForwardedAddressIT(KeycloakServer server, TestRealm realm) {
        this.caller = new ProxiedCaller(server, realm);
    }

    static final class Proxied implements ProxiedServer {

        @Override
        public List<String> options() {
            return List.of("--proxy-headers=xforwarded", TRUST_ONLY_THE_PROXY);
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

    /** For us it is the address of the connection, where Keycloak has put it. */
    @Test
    void warnsThatTheCallerMayHaveWrittenIt() {
        JsonNode seen = caller.seen(Person.AUDITOR, TRUSTED, Fields.of(HEADER, "203.0.113.7"));

        assertThat(seen.path("address").asText()).isEqualTo("203.0.113.7");
        assertThat(seen.path("source").asText()).isEqualTo("connection");
        assertThat(seen.path("proxyHeader").asText()).isEqualTo(HEADER);
        assertThat(seen.path("trustedProxies")).hasToString("0");
        caller.isWarned(seen, "trusted-proxies");
    }
}
