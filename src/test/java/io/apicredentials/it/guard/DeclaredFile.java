package io.apicredentials.it.guard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.KeycloakServer;
import java.util.stream.Stream;

/** Clients as files and tools declare them, for a credential that is new. */
final class DeclaredFile {

    private DeclaredFile() {}

    /** What the resource keycloak_openid_client sends for one with the attributes as its extra_config. */
    static ObjectNode terraform(ObjectNode file) {
        ObjectNode client = file.deepCopy()
                .put("description", "")
                .put("bearerOnly", false)
                .put("implicitFlowEnabled", false)
                .put("frontchannelLogout", false)
                .put("authorizationServicesEnabled", false)
                .put("adminUrl", "")
                .put("baseUrl", "")
                .put("consentRequired", false)
                .put("alwaysDisplayInConsole", false);
        client.putArray("redirectUris");
        client.putArray("webOrigins");
        client.putObject("authenticationFlowBindingOverrides")
                .put("browser", "")
                .put("direct_grant", "");
        ObjectNode attributes = client.withObject("/attributes");
        Stream.of(
                        "use.refresh.tokens",
                        "client_credentials.use_refresh_token",
                        "exclude.session.state.from.auth.response",
                        "exclude.issuer.from.auth.response",
                        "display.on.consent.screen",
                        "backchannel.logout.revoke.offline.tokens",
                        "backchannel.logout.session.required",
                        "oauth2.device.authorization.grant.enabled")
                .forEach(name -> attributes.put(name, "false"));
        Stream.of(
                        "pkce.code.challenge.method",
                        "login_theme",
                        "consent.screen.text",
                        "backchannel.logout.url",
                        "frontchannel.logout.url")
                .forEach(name -> attributes.put(name, ""));
        return client;
    }

    /** Nothing but what has to be said. */
    static ObjectNode of(String clientId) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", clientId)
                .put("name", "Ledger reader")
                .put("protocol", "openid-connect")
                .put("clientAuthenticatorType", "api-credential")
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", false);
        client.withObject("/attributes")
                .put("api.credential.permission-set", "wallets")
                .put("api.credential.permissions", "balances:read:org:* key:read:vault:*")
                .put("api.credential.allowed-ips", KeycloakServer.LOCALHOST)
                .put("access.token.lifespan", "3600");
        return client;
    }
}
