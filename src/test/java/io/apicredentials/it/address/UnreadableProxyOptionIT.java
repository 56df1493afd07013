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

/** An option that nobody can read keeps every credential from working, and says so. */
@KeycloakTest(server = UnreadableProxyOptionIT.Proxied.class, realm = ProxiedServer.WithoutTls.class)
final class UnreadableProxyOptionIT {

    private static final String HEADER = "X-Forwarded-For";

    private final ProxiedCaller caller;

    UnreadableProxyOptionIT(KeycloakServer server, TestRealm realm) {
        this.caller = new ProxiedCaller(server, realm);
    }

    /** By the name that the option had at first, which still works. */
    static final class Proxied implements ProxiedServer {

        @Override
        public List<String> options() {
            return List.of(
                    "--proxy-headers=xforwarded", "--spi-client-authenticator--api-credential--trusted-proxies=two");
        }
    }

    @Test
    void refusesEverybody() {
        caller.isRefused(TRUSTED, Fields.of(HEADER, "203.0.113.7"), "address_unknown");
        caller.isRefused(UNTRUSTED, Fields.none(), "address_unknown");
    }

    @Test
    void saysSo() {
        JsonNode seen = caller.seen(Person.AUDITOR, TRUSTED, Fields.none());

        assertThat(seen.has("address")).isFalse();
        assertThat(seen.has("trustedProxies")).isFalse();
        caller.isWarned(seen, "no API credential is accepted");
    }
}
