package io.apicredentials.keycloak.token;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.client.RealmAdministration;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * The last look at every access token before it is signed. For an API credential it signs nothing but what the client
 * credentials grant yields, and it writes the credential's claims itself, so that neither a switch that an administrator
 * flips nor a mapper can open another way or change what a token says.
 */
final class CredentialTokenPostProcessor implements TokenPostProcessor {

    /** The attribute of the session's context that says for how many seconds the token is valid. */
    static final String LIFESPAN = "api-credential-lifespan";

    /** The attribute of it that says which permissions the token was asked for and is granted. */
    static final String GRANTED = "api-credential-granted";

    private final KeycloakSession session;

    CredentialTokenPostProcessor(KeycloakSession session) {
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
            // That is how an API knows that the permissions are true.
            new ReservedClaims(session).removePermissionSet(token);
            return;
        }
        if (!isPlainClientCredentialsGrant(context, client)) {
            throw RefusedToken.answer(session, client, RefusalReason.GRANT_NOT_ALLOWED);
        }
        UserModel serviceAccount =
                context.clientSessionCtx().getClientSession().getUserSession().getUser();
        if (RealmAdministration.mayAdminister(client, serviceAccount)) {
            throw RefusedToken.answer(session, client, RefusalReason.ADMIN_ROLES);
        }
        Optional<Permissions> granted =
                Optional.ofNullable(context.clientSessionCtx().getAttribute(GRANTED, Permissions.class));
        CredentialClaims claims = CredentialClaims.of(client, granted)
                .orElseThrow(() -> RefusedToken.answer(session, client, RefusalReason.UNREADABLE_CREDENTIAL));
        Set<String> requestedAudience =
                Set.copyOf(List.of(Optional.ofNullable(token.getAudience()).orElse(new String[0])));
        ClaimNames names = ClaimNames.of(session, realm(), client);
        KeycloakClaims.removeOthersFrom(token);
        // By the default names a token says the truth or nothing, whatever they are in this realm.
        token.getOtherClaims().keySet().removeIf(names.areReserved());
        claims.writeTo(token, names, context.clientSessionCtx().getScopeString(), requestedAudience);
        token.subject(serviceAccount.getId());
        token.issuedFor(client.getClientId());
        int lifespan = lifespan(client, token.getIat())
                .orElseThrow(() -> RefusedToken.answer(session, client, RefusalReason.EXPIRED));
        token.exp(token.getIat() + lifespan);
        context.clientSessionCtx().setAttribute(LIFESPAN, lifespan);
    }

    /** In seconds, and never beyond the end of the credential; empty when that has come since it authenticated. */
    private Optional<Integer> lifespan(ClientModel client, long issuedAt) {
        int lifespan = new RealmSettings(realm()).lifespan(client);
        long left = StoredCredential.of(client)
                .expiresAt()
                .map(end -> end.getEpochSecond() - issuedAt)
                .orElse(Long.MAX_VALUE);
        return left > 0 ? Optional.of((int) Math.min(lifespan, left)) : Optional.empty();
    }

    /** Whether a credential is the client, the party the token is issued for, or the subject. */
    private boolean concernsCredential(TokenPostProcessorContext context, ClientModel client) {
        return StoredCredential.isOrWasApiCredential(client)
                || issuedFor(context, client).anyMatch(StoredCredential::isOrWasApiCredential)
                || subject(context, client)
                        .filter(StoredCredential::isOrWasApiCredential)
                        .isPresent();
    }

    /** Another client that the token names as the one it was issued for (RFC 9068 2.2 has a second claim for it). */
    private Stream<ClientModel> issuedFor(TokenPostProcessorContext context, ClientModel client) {
        AccessToken token = context.accessToken();
        return Stream.of(token.getIssuedFor(), token.getOtherClaims().get(OAuth2Constants.CLIENT_ID))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(issuedFor -> !issuedFor.equals(client.getClientId()))
                .distinct()
                .flatMap(issuedFor -> Stream.ofNullable(realm().getClientByClientId(issuedFor)));
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
                && context.refreshToken() == null;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    @Override
    public void close() {}
}
