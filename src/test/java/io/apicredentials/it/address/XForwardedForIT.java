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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind two proxies that append to X-Forwarded-For, the address is that which the outer one was called from. */
@KeycloakTest(server = XForwardedForIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class XForwardedForIT {

    private static final String HEADER = "X-Forwarded-For";

    private final ProxiedCaller caller;

    XForwardedForIT(KeycloakServer server, TestRealm realm) {
        this.caller = new ProxiedCaller(server, realm);
    }

    static final class Proxied implements ProxiedServer {

        @Override
        public List<String> options() {
            return List.of("--proxy-headers=xforwarded", TRUST_ONLY_THE_PROXY, TRUSTED_PROXIES + "2");
        }
    }

    @Nested
    final class AsTheGuideTellsIt extends ProxyChainGuide {

        AsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
            super(server, realm);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7, 10.0.0.1",
                "198.51.100.1, 203.0.113.7, 10.0.0.1",
                "unknown, _hidden, 203.0.113.7:40000, 10.0.0.1",
                "::ffff:203.0.113.7, 10.0.0.1",
                "[::ffff:203.0.113.7]:40000, 10.0.0.1"
            })
    void admitsTheAddressBeforeTheOuterProxy(String chain) {
        caller.isAdmitted(TRUSTED, Fields.of(HEADER, chain));
    }

    @Test
    void readsSeveralLinesAsOne() {
        caller.isAdmitted(
                TRUSTED,
                Fields.of(HEADER, "198.51.100.1").and(HEADER, "203.0.113.7").and(HEADER, "10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7, 198.51.100.1, 10.0.0.1",
                "10.0.0.1, 203.0.113.7",
                "203.0.113.7, [2001:db8::1]:4, 10.0.0.1"
            })
    void refusesAnAddressThatTheCallerWroteItself(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "unknown, 10.0.0.1",
                "_hidden, 10.0.0.1",
                "198.51.100.1, , 10.0.0.1",
                "203.0.113.7, x, 10.0.0.1"
            })
    void knowsNoAddressOfAChainWithoutOne(String chain) {
        caller.isRefused(TRUSTED, Fields.of(HEADER, chain), "address_unknown");
    }

    @Test
    void knowsNoAddressWithoutTheHeader() {
        caller.isRefused(TRUSTED, Fields.none(), "address_unknown");
    }

    @Test
    void ignoresTheOtherHeader() {
        caller.isRefused(TRUSTED, Fields.of("Forwarded", "for=203.0.113.7, for=10.0.0.1"), "address_unknown");
    }

    @Test
    void theUsageHasTheAddressThatWasJudged() {
        caller.isAdmitted(TRUSTED, Fields.of(HEADER, "198.51.100.1, 203.0.113.7, 10.0.0.1"));

        assertThat(caller.newestUse().path("ipAddress").asText()).isEqualTo("203.0.113.7");
    }

    @Test
    void theUsageHasNoAddressThatTheCallerWroteItself() {
        caller.isRefused(TRUSTED, Fields.of(HEADER, "203.0.113.7, 198.51.100.1, 10.0.0.1"), "address_not_allowed");

        assertThat(caller.newestUse().path("ipAddress").asText()).isEqualTo("198.51.100.1");
    }

    @Test
    void introspectionAndRevocationHaveTheAddressThatIsJudged() {
        List<JsonNode> events =
                caller.introspectsAndRevokes(TRUSTED, Fields.of(HEADER, "198.51.100.1, 203.0.113.7, 10.0.0.1"));

        assertThat(events)
                .extracting(event -> event.path("type").asText() + " "
                        + event.path("ipAddress").asText())
                .containsExactly("INTROSPECT_TOKEN 203.0.113.7", "REVOKE_GRANT 203.0.113.7");
    }

    @Test
    void anAdminEventHasTheAddressThatIsJudged() {
        JsonNode event = caller.disables(TRUSTED, Fields.of(HEADER, "198.51.100.1, 203.0.113.7, 10.0.0.1"));

        assertThat(event.at("/authDetails/ipAddress").asText()).isEqualTo("203.0.113.7");
    }

    /** The header that Keycloak uses to note that a peer is trusted is one that a caller can write too. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Trusted-Proxy", "X-Other"})
    void judgesAnUntrustedPeerByItsConnection(String alsoForged) {
        Fields forged = Fields.of(HEADER, "203.0.113.7, 10.0.0.1").and(alsoForged, "true");

        caller.isRefused(UNTRUSTED, forged, "address_not_allowed");

        JsonNode seen = caller.seen(Person.AUDITOR, UNTRUSTED, forged);
        assertThat(seen.path("address").asText()).isEqualTo(UNTRUSTED);
        assertThat(seen.path("source").asText()).isEqualTo("connection");
    }

    @Test
    void tellsTheAddressAndWhereItIsFrom() {
        Fields header = Fields.of(HEADER, "198.51.100.1, 203.0.113.7, 10.0.0.1");

        JsonNode seen = caller.seen(Person.AUDITOR, TRUSTED, header);

        assertThat(seen)
                .hasToString("{\"address\":\"203.0.113.7\",\"source\":\"X-Forwarded-For\","
                        + "\"proxyHeader\":\"X-Forwarded-For\",\"trustedProxies\":2}");
    }

    @Test
    void tellsThatNoAddressIsKnown() {
        JsonNode seen = caller.seen(Person.OWNER, TRUSTED, Fields.none());

        assertThat(seen.has("address")).isFalse();
        assertThat(seen.path("source").asText()).isEqualTo(HEADER);
    }

    @Test
    void tellsAnIpv6Caller() {
        Fields header = Fields.of(HEADER, "[2001:db8::1]:40000, 10.0.0.1");

        JsonNode seen = caller.seen(Person.OWNER, TRUSTED, header);

        assertThat(seen.path("address").asText()).isEqualTo("IPv6");
    }

    @Test
    void tellsNobodyWithoutTheRightToView() {
        caller.selfTest(Person.NOBODY, TRUSTED, Fields.none()).expect(403);
    }

    @Test
    void warnsOfNothing() {
        caller.isNotWarned();
    }
}
