package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What servers behind proxies have in common; other addresses of this machine stand for the proxies. */
public final class ProxiedServer {

    /** An address in {@code --proxy-trusted-addresses}, where that is set. */
    public static final String TRUSTED = "127.0.0.10";

    /** An address that is not in {@code --proxy-trusted-addresses}. */
    public static final String UNTRUSTED = "127.0.0.11";

    /** Of all of them, since their options are none of the build. */
    public static final String FOLDER = "proxied";

    private ProxiedServer() {}

    /** A realm that answers other addresses than local ones without TLS too. */
    public static final class WithoutTls implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            realm.put("sslRequired", "none");
        }
    }

    /** Only this peer may send the header. */
    public static String trustOnlyTheProxy() {
        return "--proxy-trusted-addresses=" + TRUSTED;
    }

    /** The provider option. */
    public static String trustedProxies(String number) {
        return "--spi-client-authenticator--api-credential--trusted-proxies=" + number;
    }

    /** Everything that the server has written. */
    public static String log(KeycloakServer server) {
        try {
            return Files.readString(server.log());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
