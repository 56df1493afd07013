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

/** Behind one proxy that writes Forwarded; any peer may be it, which the server warns of. */
@KeycloakTest(server = ForwardedIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class ForwardedIT {

    private static final String HEADER = "Forwarded";

    private final ProxiedCaller caller;

    ForwardedIT(KeycloakServer server, TestRealm realm) {
        this.caller = new ProxiedCaller(server, realm);
    }

    static final class Proxied implements ProxiedServer {

        @Override
        public List<String> options() {
            return List.of("--proxy-headers=forwarded", TRUSTED_PROXIES + "1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=203.0.113.7",
                "for=198.51.100.1, for=203.0.113.7;proto=https",
                "for=unknown, by=10.0.0.9;For=\"203.0.113.7:40000\"",
                "for=\"[::ffff:203.0.113.7]:40000\"",
                "host=\"x;for=198.51.100.1;y\";for=203.0.113.7"
            })
    void admitsTheAddressInTheLastElement(String chain) {
        caller.isAdmitted(TRUSTED, Fields.of(HEADER, chain));
        caller.isAdmitted(UNTRUSTED, Fields.of(HEADER, chain));
    }

    @Test
    void readsTheLastOfSeveralLines() {
        caller.isAdmitted(TRUSTED, Fields.of(HEADER, "for=198.51.100.1").and(HEADER, "for=203.0.113.7"));
        caller.isRefused(
                TRUSTED, Fields.of(HEADER, "for=203.0.113.7").and(HEADER, "for=198.51.100.1"), "address_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=203.0.113.7, for=198.51.100.1",
                "for=203.0.113.7, for=\"[2001:db8::1]:40000\"",
                "host=\"x;for=203.0.113.7;y\";for=198.51.100.1"
            })
    void refusesAnAddressThatTheCallerWroteItself(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=203.0.113.7;x=\", for=198.51.100.1",
                "for=203.0.113.7;x=\", for=198.51.100.1;host=\"a\\\"\"",
                "for=203.0.113.7, for=unknown",
                "for=203.0.113.7, proto=https",
                "203.0.113.7"
            })
    void knowsNoAddressOfAHeaderThatHidesIt(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_unknown");
    }

    @Test
    void knowsNoAddressWithoutTheHeader() {
        caller.isRefused(TRUSTED, Fields.of("X-Forwarded-For", "203.0.113.7"), "address_unknown");
    }

    @Test
    void warnsThatEveryPeerIsBelieved() {
        JsonNode seen = caller.seen(Person.AUDITOR, UNTRUSTED, Fields.of(HEADER, "for=203.0.113.7"));

        assertThat(seen.path("address").asText()).isEqualTo("203.0.113.7");
        assertThat(seen.path("source").asText()).isEqualTo(HEADER);
        caller.isWarned(seen, "--proxy-trusted-addresses");
    }
}
