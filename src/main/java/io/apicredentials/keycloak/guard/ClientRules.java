package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.AuthorizationServices;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What a client must be, and must not be, to be an API credential. Each rule is a sentence. */
final class ClientRules {

    /** Its user is the subject of the tokens. */
    static final String SERVICE_ACCOUNT =
            "Client credentials is the only flow of an API credential; switch 'service accounts' on.";

    static final String NO_AUTHORIZATION =
            "An API credential has no resources of its own to protect; switch 'authorization' off.";

    private static final String LIFESPAN = OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN;

    private final KeycloakSession session;
    private final ClientModel client;
    private final List<String> problems = new ArrayList<>();

    private ClientRules(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** Every rule that the client breaks. */
    static List<String> broken(KeycloakSession session, ClientModel client) {
        ClientRules rules = new ClientRules(session, client);
        rules.checkAuthentication();
        rules.checkFlows();
        rules.checkReach();
        rules.checkTokens();
        return rules.problems;
    }

    private void checkAuthentication() {
        require(
                ClientFlow.AUTHENTICATOR.equals(client.getClientAuthenticatorType()),
                "The client authenticator of an API credential stays '" + ClientFlow.AUTHENTICATOR + "'.");
        require(!client.isPublicClient(), "An API credential is a confidential client; switch 'public client' off.");
        require(!client.isBearerOnly(), "An API credential gets tokens; switch 'bearer only' off.");
        require(
                OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()),
                "The protocol of an API credential stays openid-connect.");
    }

    private void checkFlows() {
        String only = "Client credentials is the only flow of an API credential; switch ";
        require(client.isServiceAccountsEnabled(), SERVICE_ACCOUNT);
        require(!client.isStandardFlowEnabled(), only + "'standard flow' off.");
        require(!client.isImplicitFlowEnabled(), only + "'implicit flow' off.");
        require(!client.isDirectAccessGrantsEnabled(), only + "'direct access grants' off.");
        ClientShape.SWITCHES_THAT_STAY_OFF.forEach(
                name -> require(!Boolean.parseBoolean(client.getAttribute(name)), only + "'" + name + "' off."));
        require(
                !client.isConsentRequired(),
                "Nobody could consent for an API credential; switch 'consent required' off.");
        require(client.getRedirectUris().isEmpty(), "An API credential has no redirect URIs; remove them.");
        require(client.getWebOrigins().isEmpty(), "An API credential has no web origins; remove them.");
    }

    private void checkReach() {
        require(
                !client.isFullScopeAllowed(),
                "The rights of an API credential are its permissions, not roles; switch 'full scope allowed' off.");
        require(!new AuthorizationServices(session, client).areOn(), NO_AUTHORIZATION);
    }

    private void checkTokens() {
        require(
                RealmSettings.isLifespan(client.getAttribute(LIFESPAN)),
                "Tokens of an API credential are valid for at most " + RealmSettings.TOKEN_LIFESPAN
                        + " seconds; set '" + LIFESPAN + "' to a number from 1 to "
                        + RealmSettings.TOKEN_LIFESPAN
                        + ".");
        Optional<String> algorithm =
                Optional.ofNullable(client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG));
        require(
                algorithm.map(RealmSettings.SIGNATURE_ALGORITHMS::contains).orElse(true),
                "Tokens of an API credential are signed with one of "
                        + String.join(", ", RealmSettings.SIGNATURE_ALGORITHMS) + ".");
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            problems.add(rule);
        }
    }
}
