package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.ServerChange;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of a line that our console is not built for has the stock one. */
@KeycloakTest(server = OtherLineIT.BuiltForAnother.class)
@ConsoleTest
final class OtherLineIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    OtherLineIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Says that the console is for a later line than that of the server. */
    static final class BuiltForAnother implements ServerChange {

        @Override
        public String name() {
            return "other-line";
        }

        @Override
        public void apply(KeycloakServerBuilder builder) {
            builder.option("--spi-theme-selector--api-credentials--built-for=26.8.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api-credentials"})
    void aRealmHasTheStockOneEvenIfItNamesOurs(String adminTheme) {
        realm.change(settings -> settings.put("adminTheme", adminTheme));

        assertThat(ThemePages.ofConsole(realm)).isEqualTo("keycloak.v2");
    }

    @Test
    void theLogSaysWhy() throws IOException {
        assertThat(Files.readString(server.log()))
                .containsPattern("The admin console with API credentials is built for Keycloak 26\\.8\\.\\* and this is"
                        + " [0-9.]+: the stock console is used");
    }
}
