package io.apicredentials.keycloak.token;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.Profile;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;

/**
 * Takes over every exchange (RFC 8693) of a credential's token, or in the name of its service account, and refuses it. The
 * post-processor of tokens sees only those that yield a token of Keycloak's: the legacy exchange can also yield a SAML
 * assertion, or go to another identity provider.
 */
final class CredentialTokenExchange implements TokenExchangeProvider {

    @Override
    public boolean supports(TokenExchangeContext context) {
        return hasTokenOfCredential(context) || isInTheNameOfCredential(context);
    }

    @Override
    public Response exchange(TokenExchangeContext context) {
        if (hasTokenOfCredential(context)) {
            throw RefusedToken.answer(context.getSession(), context.getClient(), RefusalReason.GRANT_NOT_ALLOWED);
        }
        RefusedToken.writeEvent(context.getSession(), context.getClient(), RefusalReason.GRANT_NOT_ALLOWED);
        // As Keycloak answers when there is no such user: the name alone must not tell who is a credential.
        throw new CorsErrorResponseException(
                context.getCors(),
                OAuthErrorException.ACCESS_DENIED,
                "Client not allowed to exchange",
                Response.Status.FORBIDDEN);
    }

    private static boolean hasTokenOfCredential(TokenExchangeContext context) {
        KeycloakSession session = context.getSession();
        return Stream.of(
                        context.getParams().getSubjectToken(),
                        context.getParams().getActorToken())
                .anyMatch(token -> isOfCredential(session, token));
    }

    /**
     * A forged token must not tell which clients are credentials, so that the signature decides. Only what says that it is
     * of a credential is worth its verification: Keycloak verifies all others itself.
     */
    private static boolean isOfCredential(KeycloakSession session, @Nullable String encoded) {
        if (encoded == null) {
            return false;
        }
        try {
            String clientId =
                    new JWSInput(encoded).readJsonContent(AccessToken.class).getIssuedFor();
            ClientModel client =
                    clientId == null ? null : session.getContext().getRealm().getClientByClientId(clientId);
            return client != null
                    && StoredCredential.isOrWasApiCredential(client)
                    && session.tokens().decode(encoded, AccessToken.class) != null;
        } catch (JWSInputException notSigned) {
            return false;
        }
    }

    /** The legacy exchange, and no other, can be in the name of a user who is named by id or by user name. */
    private static boolean isInTheNameOfCredential(TokenExchangeContext context) {
        return Profile.isFeatureEnabled(Profile.Feature.TOKEN_EXCHANGE)
                && requestedSubject(context)
                        .filter(StoredCredential::isOrWasApiCredential)
                        .isPresent();
    }

    private static Optional<ClientModel> requestedSubject(TokenExchangeContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        return Optional.ofNullable(context.getFormParams().getFirst(OAuth2Constants.REQUESTED_SUBJECT))
                .flatMap(name -> Optional.ofNullable(session.users().getUserByUsername(realm, name))
                        .or(() -> Optional.ofNullable(session.users().getUserById(realm, name))))
                .map(UserModel::getServiceAccountClientLink)
                .map(realm::getClientById);
    }

    @Override
    public void close() {}
}
