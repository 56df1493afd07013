package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guides tell programs and pipelines: their commands are run as they stand. */
@KeycloakTest
final class ProgramGuidesIT {

    private static final Guide PIPELINES = new Guide("secrets-in-ci.md");

    @TempDir
    private Path folder;

    @Test
    void aPipelineSeesNoSecretAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) throws Exception {
        Tool.of("age");
        Path seen = folder.resolve("seen");
        for (String program : List.of("curl", "jq", "sed", "age", "git", "grep")) {
            record(program, seen);
        }

        String output = PIPELINES.run(commands -> "PATH=" + folder + ":$PATH\n" + Guide.at(server, realm, commands));

        assertThat(output).contains("""
                {
                  "name": "Nightly ledger export",
                  "hasSecret": false,
                  "open": true
                }
                age-encryption.org/v1
                410
                {
                  "token_type": "Bearer",
                  "expires_in": 3600
                }
                Bearer
                committed
                There is a client secret in what you commit.
                refused
                nothing in the present files
                """);
        assertThat(output).containsPattern("\ncommit [0-9a-f]{7,} Try it\n\\+client_secret: kac_003aUlTJC7\n$");
        assertThat(Pattern.compile(expression()).matcher(output).find()).isFalse();
        // Arguments and variables of all that they start, of which some are told the link or the secret by their input.
        String others = Files.readString(seen);
        assertThat(others).contains("client_secret@", "machine.key", "HOME=");
        assertThat(Pattern.compile(expression()).matcher(others).find()).isFalse();
        assertThat(others).doesNotContain("/api-credential-delivery/", "Bearer ey", "password=owner");
    }

    /** A program of this name that notes what others on the machine could read of it, and is the real one then. */
    private void record(String program, Path seen) throws Exception {
        Path file = Files.writeString(
                folder.resolve(program), """
                #!/bin/sh
                { printf '%s\n' "$@"; env; } >> SEEN
                PATH=${PATH#*:} exec PROGRAM "$@"
                """.replace("SEEN", seen.toString()).replace("PROGRAM", program));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theRuleForScannersIsTheOneOfTheFormat() throws Exception {
        assertThat(PIPELINES.code("toml")).contains("regex = '''" + expression() + "'''");
        assertThat(expression().replace("?:", "")).isEqualTo("\\bkac_(sbx_|prd_)?[0-9A-Za-z]{49}\\b");
    }

    private static String expression() throws Exception {
        return Files.readString(Path.of("docs", "secret-format.md"))
                .split("## For scanners\n\n```\n", 2)[1]
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void programsKeepTheirTokensAsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
        String output = new Guide("token-clients.md").run(server, realm);

        assertThat(output).isEqualTo("""
                        curl: one token for two calls
                        Python: one token for two calls
                        Node.js: one token for two calls
                        balances:read:vault:7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11
                        invalid_scope
                        """);
        // One for each program, and the one with fewer permissions.
        assertThat(realm.events()
                        .ofClient(SampleCredential.WALLETS.credentials().clientId()))
                .filteredOn(event -> event.path("type").asText().equals("CLIENT_LOGIN"))
                .hasSize(4);
    }

    @Test
    void theClassOfTheGuideKeepsItsToken(TestRealm realm) throws Exception {
        Path source = Files.writeString(
                folder.resolve("TokenClient.java"), new Guide("guides/token-clients.md", "With Java").code("java"));
        ClientCredentials client = SampleCredential.MONITORING.credentials();
        ProcessBuilder java = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true);
        java.environment()
                .putAll(Map.of(
                        "TOKEN_URL", realm.url() + "/protocol/openid-connect/token",
                        "CLIENT_ID", client.clientId(),
                        "CLIENT_SECRET", client.clientSecret()));

        String output = new String(java.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEqualTo("Java: one token for two calls\n");
        assertThat(realm.events().ofClient(client.clientId())).hasSize(1);
    }
}
