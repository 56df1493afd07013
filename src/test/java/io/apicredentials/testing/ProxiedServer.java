package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A server behind proxies; other addresses of this machine stand for them. */
public interface ProxiedServer extends ServerChange {

    /** An address in {@code --proxy-trusted-addresses}, where that is set. */
    String TRUSTED = "127.0.0.10";

    /** An address that is not in {@code --proxy-trusted-addresses}. */
    String UNTRUSTED = "127.0.0.11";

    /** Only {@value #TRUSTED} may send the header. */
    String TRUST_ONLY_THE_PROXY = "--proxy-trusted-addresses=" + TRUSTED;

    /** The option with the number of proxies, without its value. */
    String TRUSTED_PROXIES = "--spi-api-credentials--server--trusted-proxies=";

    /** What it is told about the proxies when it starts. */
    List<String> options();

    /** One folder for all of them, since their options are none of the build. */
    @Override
    default String name() {
        return "proxied";
    }

    @Override
    default void apply(KeycloakServerBuilder server) {
        options().forEach(server::option);
    }

    /** A realm that answers other addresses than local ones without TLS too. */
    final class WithoutTls implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            realm.put("sslRequired", "none");
        }
    }
}
