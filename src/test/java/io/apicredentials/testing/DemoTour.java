package io.apicredentials.testing;

import static io.apicredentials.testing.Claims.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Does the main job of the product once, on a server just started, and tells how to do it by hand. */
final class DemoTour {

    private final KeycloakServer server;
    private final TestRealm realm;
    private final List<String> text = new ArrayList<>();

    DemoTour(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Does it, and then prints it: half of it is never seen. */
    void print(PrintStream out) {
        ObjectNode request = CredentialRequests.grant(
                CredentialRequests.of("wallets", "127.0.0.0/8")
                        .put("name", "Treasury balance reader")
                        .put("description", "Made by the demonstration"),
                "balances",
                "read",
                "vault",
                SampleCredential.VAULT);
        ClientCredentials credential = realm.credentials().issue(request);
        JsonNode claims = realm.tokenEndpoint().requestWithBasic(credential).claims();

        line("", "API credentials for Keycloak runs at " + server.url(), "");
        tellWhatHappened(credential, claims);
        tellHowByHand(request, credential);
        tellWhatIsThere();
        out.println(String.join(System.lineSeparator(), text));
    }

    private void tellWhatHappened(ClientCredentials credential, JsonNode claims) {
        long lifetime = claims.path("exp").asLong() - claims.path("iat").asLong();
        line(
                "What has just happened",
                "  The owner created an API credential for a machine:",
                "    client ID      " + credential.clientId(),
                "    client secret  " + credential.clientSecret() + "  (shown once, stored only as a hash)",
                "  The machine exchanged it for a token, valid for " + lifetime + " s, for the audience "
                        + claims.path("aud").asText() + ":",
                "    permission set " + claims.path("permission_set").asText());
        permissions(claims).forEach(permission -> line("    permission     " + permission));
        line("");
    }

    private void tellHowByHand(ObjectNode request, ClientCredentials credential) {
        String tokenUrl = realm.tokenEndpoint().url();
        line(
                "The same by hand",
                "  # The owner logs in:",
                "  TOKEN=$(curl -s " + tokenUrl + " -d grant_type=password -d client_id=" + Person.CLIENT_ID
                        + " -d username=owner -d password=owner | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')",
                "  # The owner creates another API credential:",
                "  curl -s " + realm.admin().url("api-credentials")
                        + " -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' -d '" + request
                        + "'",
                "  # A machine gets a token, here with the credential from above:",
                "  curl -s " + tokenUrl + " -d grant_type=client_credentials -u " + credential.clientId() + ":"
                        + credential.clientSecret(),
                "");
    }

    private void tellWhatIsThere() {
        line(
                "What is there",
                "  Admin Console       " + server.url() + "/admin/" + realm.name() + "/console/",
                "    users of realm demo  owner, administrator, approver, auditor, nobody (the password is the user name)",
                "    whole server         " + server.url() + "/admin/ as " + KeycloakServer.ADMIN + " (likewise)",
                "  API credentials");
        for (SampleCredential sample : SampleCredential.values()) {
            ClientCredentials credentials = sample.credentials();
            line(String.format(
                    "    %-20s %-24s %s", credentials.clientId(), sample.displayName(), credentials.clientSecret()));
        }
        line("", "Ctrl-C stops it; the next start begins with fresh data.");
    }

    private void line(String... lines) {
        text.addAll(List.of(lines));
    }
}
