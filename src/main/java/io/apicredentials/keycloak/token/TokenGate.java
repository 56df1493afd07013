package io.apicredentials.keycloak.token;

import io.apicredentials.credential.RefusalReason;
import io.apicredentials.keycloak.store.CredentialEvent;
import io.apicredentials.keycloak.store.RealmAdministration;
import io.apicredentials.keycloak.store.RealmSettings;
import io.apicredentials.keycloak.store.StoredCredential;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * The last look at every access token before it is signed. For an API credential it signs nothing but what the client
 * credentials grant yields, and it writes the credential's claims itself, so that neither a switch that an administrator
 * flips nor a mapper can open another way or change what a token says.
 */
final class TokenGate implements TokenPostProcessor {

    /** The attribute of the session's context that says for how many seconds the token is valid. */
    static final String LIFESPAN = "api-credential-lifespan";

    private static final Logger LOG = Logger.getLogger(TokenGate.class);

    private final KeycloakSession session;

    TokenGate(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AccessToken token = context.accessToken();
        ClientModel client = context.clientSessionCtx().getClientSession().getClient();
        if (token == null) {
            return;
        }
        if (!concernsCredential(context, client)) {
            reserveOurClaim(token);
            return;
        }
        if (!isPlainClientCredentialsGrant(context, client)) {
            throw refusal(client, RefusalReason.GRANT_NOT_ALLOWED);
        }
        UserModel serviceAccount =
                context.clientSessionCtx().getClientSession().getUserSession().getUser();
        if (RealmAdministration.mayAdminister(client, serviceAccount)) {
            throw refusal(client, RefusalReason.ADMIN_ROLES);
        }
        CredentialClaims claims =
                CredentialClaims.of(client).orElseThrow(() -> refusal(client, RefusalReason.UNREADABLE_CREDENTIAL));
        Set<String> requestedAudience =
                Set.copyOf(List.of(Optional.ofNullable(token.getAudience()).orElse(new String[0])));
        ClaimNames names = ClaimNames.of(realm());
        // By the default names a token says the truth or nothing, whatever they are in this realm.
        token.getOtherClaims().remove(ClaimNames.DEFAULT.permissions());
        token.getOtherClaims().remove(ClaimNames.DEFAULT.permissionSet());
        claims.writeTo(token, names, requestedAudience);
        token.subject(context.clientSessionCtx()
                .getClientSession()
                .getUserSession()
                .getUser()
                .getId());
        token.setRealmAccess(null);
        token.setResourceAccess(null);
        token.setAllowedOrigins(null);
        int lifespan = new RealmSettings(realm()).lifespan(client);
        token.exp(token.getIat() + lifespan);
        context.clientSessionCtx().setAttribute(LIFESPAN, lifespan);
    }

    /** Only tokens of API credentials name a permission set: that is how an API knows that the permissions are true. */
    private void reserveOurClaim(AccessToken token) {
        if (!token.getOtherClaims().isEmpty()) {
            token.getOtherClaims().remove(ClaimNames.DEFAULT.permissionSet());
            token.getOtherClaims().remove(ClaimNames.of(realm()).permissionSet());
        }
    }

    /** Whether a credential is the client, the party the token is issued for, or the subject. */
    private boolean concernsCredential(TokenPostProcessorContext context, ClientModel client) {
        return StoredCredential.bearsTheMark(client)
                || issuedFor(context, client)
                        .filter(StoredCredential::bearsTheMark)
                        .isPresent()
                || subject(context, client)
                        .filter(StoredCredential::bearsTheMark)
                        .isPresent();
    }

    private Optional<ClientModel> issuedFor(TokenPostProcessorContext context, ClientModel client) {
        String issuedFor = context.accessToken().getIssuedFor();
        return issuedFor == null || issuedFor.equals(client.getClientId())
                ? Optional.empty()
                : Optional.ofNullable(realm().getClientByClientId(issuedFor));
    }

    /** The client whose service account the token speaks for, when it is another one: token exchange. */
    private Optional<ClientModel> subject(TokenPostProcessorContext context, ClientModel client) {
        return Optional.ofNullable(context.clientSessionCtx().getClientSession().getUserSession())
                .map(UserSessionModel::getUser)
                .flatMap(user -> Optional.ofNullable(user.getServiceAccountClientLink()))
                .filter(id -> !id.equals(client.getId()))
                .flatMap(id -> Optional.ofNullable(realm().getClientById(id)));
    }

    private static boolean isPlainClientCredentialsGrant(TokenPostProcessorContext context, ClientModel client) {
        String grant = context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
        return StoredCredential.isApiCredential(client)
                && !client.isPublicClient()
                && OAuth2Constants.CLIENT_CREDENTIALS.equals(grant)
                && context.refreshToken() == null
                && client.getClientId().equals(context.accessToken().getIssuedFor());
    }

    /** Keycloak records no event for what a post-processor refuses, so that we do. */
    private CorsErrorResponseException refusal(ClientModel client, RefusalReason reason) {
        LOG.debugf("Did not sign a token for the API credential %s: %s", client.getClientId(), reason.code());
        EventBuilder event = new EventBuilder(
                        realm(), session, session.getContext().getConnection())
                .event(EventType.CLIENT_LOGIN)
                .client(client);
        CredentialEvent.refused(event, reason).error(OAuthErrorException.INVALID_CLIENT);
        return InvalidClient.answer(Cors.builder());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    @Override
    public void close() {}
}
