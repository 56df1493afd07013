package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ImplicitHybridTokenResponse;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenResponseContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.context.TokenResponseContext;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;

/**
 * Keycloak's client policies, which are asked at three places that nothing else of ours sees.
 *
 * <p>One is an ID token between its mappers and its signature: the post-processors of tokens see the access token only. What
 * is kept for credentials is taken out of it here.
 *
 * <p>The other is client registration (RFC 7591) with an access token, which Keycloak accepts without asking the grant that
 * issued it, and for the roles that its user has by now. The token of a credential is for other APIs, and registers, shows
 * and changes no client.
 *
 * <p>The third is user info, which tells nothing for a credential that has expired.
 */
final class CredentialPolicies extends DefaultClientPolicyManager {

    private final KeycloakSession session;

    CredentialPolicies(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof ClientCRUDContext edit && isByCredential(edit)) {
            throw new ClientPolicyException(
                    OAuthErrorException.ACCESS_DENIED, "Tokens of API credentials do not administer clients");
        }
        if (context instanceof UserInfoRequestContext userInfo
                && CredentialEnd.isOver(userInfo.getClientSession().getClient())) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_TOKEN, "The API credential has expired");
        }
        super.triggerOnEvent(context);
        Optional.ofNullable(answer(context))
                .map(AccessTokenResponseBuilder::getIdToken)
                .ifPresent(new ReservedClaims(session)::removePermissionSet);
    }

    private static boolean isByCredential(ClientCRUDContext edit) {
        ClientModel caller = edit.getAuthenticatedClient();
        return caller != null && StoredCredential.isOrWasApiCredential(caller);
    }

    /** The answer that is about to be given, by every grant that has one with an ID token. */
    private static @Nullable AccessTokenResponseBuilder answer(ClientPolicyContext context) {
        if (context instanceof TokenResponseContext code) {
            return code.getAccessTokenResponseBuilder();
        }
        if (context instanceof TokenRefreshResponseContext refresh) {
            return refresh.getAccessTokenResponseBuilder();
        }
        if (context instanceof ImplicitHybridTokenResponse frontChannel) {
            return frontChannel.getAccessTokenResponseBuilder();
        }
        if (context instanceof ServiceAccountTokenResponseContext serviceAccount) {
            return serviceAccount.getAccessTokenResponseBuilder();
        }
        if (context instanceof ResourceOwnerPasswordCredentialsResponseContext password) {
            return password.getAccessTokenResponseBuilder();
        }
        if (context instanceof DeviceTokenResponseContext device) {
            return device.getAccessTokenResponseBuilder();
        }
        return context instanceof BackchannelTokenResponseContext ciba ? ciba.getAccessTokenResponseBuilder() : null;
    }
}
