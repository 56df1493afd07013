package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.ServerChange;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator has added the native library and chosen it. */
@KeycloakTest(server = NativeSigningIT.WithCorretto.class)
final class NativeSigningIT {

    private static final String BY_CORRETTO = "AmazonCorrettoCryptoProvider signs with the key";

    private final KeycloakServer server;

    NativeSigningIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512", "EdDSA"})
    void itSignsTokensOfCredentials(String algorithm) throws Exception {
        LogMark log = new SignedTokens(server).areGood(algorithm);

        assertThat(log.lines()).anyMatch(line -> line.contains(BY_CORRETTO));
    }

    @Test
    void itSignsWithAKeyOfAKeystore() throws Exception {
        LogMark log = new SignedTokens(server).areGoodWithAKeyOfAKeystore();

        assertThat(log.lines()).anyMatch(line -> line.contains(BY_CORRETTO));
    }

    @Test
    void theServerSaysSoAtItsStart() {
        assertThat(server.wholeLog().lines())
                .anyMatch(
                        line -> line.contains("Tokens of API credentials are signed by AmazonCorrettoCryptoProvider"));
    }

    static final class WithCorretto implements ServerChange {

        @Override
        public String name() {
            return "corretto";
        }

        @Override
        public void apply(KeycloakServerBuilder server) {
            server.provider(Path.of(System.getProperty("corretto.jar")))
                    .option("--log-level=INFO,io.apicredentials:debug")
                    .option("--spi-api-credentials--server--signing=corretto");
        }
    }
}
