package io.apicredentials.keycloak.token;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenRequestContext;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenResponseContext;
import org.keycloak.services.util.DefaultClientSessionContext;

/**
 * The client credentials grant (RFC 6749 4.4). Keycloak's own goes by an authentication session, looks in the database for
 * a client session that cannot be there and parses the caller's user agent; for an API credential none of that is needed,
 * and a token costs no query. Mappers, client policies, events and post-processors are the same. All other clients get
 * Keycloak's own.
 */
final class CredentialGrant extends ClientCredentialsGrantType {

    /** The scope {@code openid} would bring one: it speaks of a log-in of a user, and there is neither. */
    private static final @Nullable String NO_ID_TOKEN = null;

    /** How much of a scope is quoted, which may be as long as a request. */
    private static final int MAX_QUOTED = 500;

    private static final Pattern TOKEN_ENDPOINT = Pattern.compile("/?realms/[^/]+/protocol/openid-connect/token");

    @Override
    public Response process(Context context) {
        setContext(context);
        return StoredCredential.isApiCredential(client) ? processCredential() : super.process(context);
    }

    private Response processCredential() {
        // RFC 6749 3.2: a parameter without a value is as one left out. Keycloak takes an empty scope for an unknown
        // one.
        formParams.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        UserModel serviceAccount = serviceAccount();
        String parameter = formParams.getFirst(OAuth2Constants.SCOPE);
        RequestedScope requested = RequestedScope.of(parameter);
        Permissions held = StoredCredential.of(client)
                .permissions()
                .orElseThrow(() -> RefusedToken.answer(session, client, RefusalReason.UNREADABLE_CREDENTIAL));
        Permissions granted = requested
                .narrow(held, client, realm)
                .filter(permissions -> TokenManager.isValidScope(session, requested.others(), client))
                .orElseThrow(() -> invalidScope(parameter));
        UserSessionModel userSession = session.sessions()
                .createUserSession(
                        null,
                        realm,
                        serviceAccount,
                        serviceAccount.getUsername(),
                        clientConnection.getRemoteHost(),
                        ServiceAccountConstants.CLIENT_AUTH,
                        false,
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.TRANSIENT);
        AuthenticatedClientSessionModel clientSession =
                session.sessions().createClientSession(realm, client, userSession);
        clientSession.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        clientSession.setNote(
                OIDCLoginProtocol.ISSUER,
                RealmIssuer.of(session.getContext().getUri().getBaseUri(), realm.getName()));
        ClientSessionContext sessionContext = new CredentialSessionContext(
                session,
                DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                        clientSession, requested.others(), session),
                granted);
        sessionContext.setAttribute(CredentialTokenPostProcessor.GRANTED, granted);
        sessionContext.setAttribute(Constants.GRANT_TYPE, context.getGrantType());
        obeyPolicies(clientSession);
        updateUserSessionFromClientAuth(userSession);
        return createTokenResponse(
                serviceAccount,
                userSession,
                sessionContext,
                NO_ID_TOKEN,
                true,
                response -> new ServiceAccountTokenResponseContext(formParams, clientSession, response));
    }

    /** The same answer and event as of Keycloak's own grant. */
    private CorsErrorResponseException invalidScope(@Nullable String parameter) {
        String problem = "Invalid scopes: " + Problem.cut(parameter == null ? "" : parameter, MAX_QUOTED);
        event.detail(Details.REASON, problem);
        event.error(Errors.INVALID_REQUEST);
        return new CorsErrorResponseException(
                cors, OAuthErrorException.INVALID_SCOPE, problem, Response.Status.BAD_REQUEST);
    }

    private UserModel serviceAccount() {
        UserModel serviceAccount = session.users().getServiceAccount(client);
        Optional<RefusalReason> refusal = ServiceAccounts.refusal(serviceAccount);
        if (refusal.isPresent()) {
            event.detail(Details.REASON, "The service account does not exist or is disabled");
            CredentialEvent.refused(event, refusal.get())
                    .error(serviceAccount == null ? Errors.USER_NOT_FOUND : Errors.USER_DISABLED);
            throw InvalidClient.answer(cors);
        }
        event.detail(Details.USERNAME, serviceAccount.getUsername());
        event.user(serviceAccount);
        return serviceAccount;
    }

    private void obeyPolicies(AuthenticatedClientSessionModel clientSession) {
        try {
            session.clientPolicy().triggerOnEvent(new ServiceAccountTokenRequestContext(formParams, clientSession));
        } catch (ClientPolicyException refused) {
            event.detail(Details.REASON, Details.CLIENT_POLICY_ERROR);
            event.detail(Details.CLIENT_POLICY_ERROR, refused.getError());
            event.detail(Details.CLIENT_POLICY_ERROR_DETAIL, refused.getErrorDetail());
            event.error(refused.getError());
            throw new CorsErrorResponseException(
                    cors, refused.getError(), refused.getErrorDetail(), Response.Status.BAD_REQUEST);
        }
    }

    /** Keycloak counts from now, which may be a second after the token was made, and writes an empty scope. */
    @Override
    protected void addCustomTokenResponseClaims(AccessTokenResponse response, ClientSessionContext sessionContext) {
        Optional.ofNullable(sessionContext.getAttribute(CredentialTokenPostProcessor.LIFESPAN, Integer.class))
                .ifPresent(response::setExpiresIn);
        if (response.getScope() != null && response.getScope().isEmpty()) {
            response.setScope(null);
        }
    }

    /**
     * Keycloak asks this wherever it takes a bearer token itself: at its admin API above all, where a policy of the
     * fine-grained permissions can name a service account that has no role. Tokens of credentials are for the APIs in
     * their audience. At the token endpoint they pass: the post-processor refuses them there, with the answer of every
     * refusal.
     */
    @Override
    public boolean isTokenAllowed(KeycloakSession session, AccessToken token) {
        boolean isOfCredential = Optional.ofNullable(token.getIssuedFor())
                .filter(new ReservedClaims(session)::isCredential)
                .isPresent();
        return !isOfCredential
                || TOKEN_ENDPOINT
                        .matcher(session.getContext().getUri().getPath())
                        .matches();
    }

    /** Never, whatever the client's switch says. */
    @Override
    protected boolean useRefreshToken() {
        return !StoredCredential.isApiCredential(client) && super.useRefreshToken();
    }
}
