package io.apicredentials.keycloak.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.DeletedCredentials;
import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.TokenVerifier;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * Token introspection (RFC 7662) that keeps what API credentials promise: a token goes on working until it expires or is
 * revoked, also when its credential has been disabled or deleted in the meantime, and introspection tells what was signed.
 * Tokens of all other clients are Keycloak's business, except that they get nothing that is kept for credentials.
 */
final class CredentialIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    CredentialIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String encoded, EventBuilder event) {
        return concernsCredential(encoded) ? introspectCredential(encoded, event) : super.introspect(encoded, event);
    }

    /** Keycloak adds its token to the answer as soon as it has made one, also for callers that are told nothing else. */
    @Override
    protected boolean introspectionChecks(String encoded) {
        boolean active = super.introspectionChecks(encoded);
        if (!active) {
            transformedToken = null;
        }
        return active;
    }

    @Override
    public AccessToken transformAccessToken(AccessToken verified, UserSessionModel userSession) {
        return new ReservedClaims(session)
                .asVerified(verified, super.transformAccessToken(verified, userSession), userSession.getUser());
    }

    /** Looks into the token before its signature is verified: a forged one only chooses who refuses it. */
    private boolean concernsCredential(String encoded) {
        try {
            AccessToken unverified = new JWSInput(encoded).readJsonContent(AccessToken.class);
            if (unverified.getIssuedFor() == null) {
                return false;
            }
            ClientModel issuedFor = realm.getClientByClientId(unverified.getIssuedFor());
            return issuedFor == null ? isOfDeleted(unverified) : StoredCredential.isOrWasApiCredential(issuedFor);
        } catch (JWSInputException notSigned) {
            return false;
        }
    }

    private boolean isOfDeleted(AccessToken issued) {
        return issued.getSubject() != null && new DeletedCredentials(session, realm).contains(issued.getSubject());
    }

    private Response introspectCredential(String encoded, EventBuilder event) {
        eventBuilder = event;
        boolean active = verifyToken(encoded) && isStillGood() && isForTheCaller();
        ObjectNode answer = active ? claims() : JsonSerialization.createObjectNode();
        answer.put("active", active);
        if (active) {
            eventBuilder.success();
        }
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Everything but whether the credential is enabled, or still there. */
    private boolean isStillGood() {
        eventBuilder.detail(Details.TOKEN_ISSUED_FOR, token.getIssuedFor());
        boolean isOfDeleted = isOfDeleted(token);
        // Another credential may have been given the client ID of one that was deleted.
        Optional<ClientModel> issuedFor = Optional.ofNullable(realm.getClientByClientId(token.getIssuedFor()))
                .filter(client -> !isOfDeleted);
        try {
            TokenVerifier<AccessToken> verifier = TokenVerifier.createWithoutSignature(token)
                    .withChecks(
                            TokenVerifier.IS_ACTIVE,
                            TokenManager.NotBeforeCheck.forModel(realm),
                            new TokenManager.TokenRevocationCheck(session));
            issuedFor.ifPresent(client -> verifier.withChecks(TokenManager.NotBeforeCheck.forModel(client)));
            verifier.verify();
        } catch (VerificationException expiredOrRevoked) {
            return inactive("The token is expired or revoked", Errors.INVALID_TOKEN);
        }
        if (issuedFor.filter(CredentialEnd::isOver).isPresent()) {
            return inactive("The credential has expired", Errors.INVALID_TOKEN);
        }
        Optional<UserModel> serviceAccount =
                issuedFor.flatMap(client -> Optional.ofNullable(session.users().getServiceAccount(client)));
        boolean subjectIsValid = serviceAccount
                .map(user -> user.getId().equals(token.getSubject())
                        && TokenManager.isUserValid(session, realm, token, user))
                .orElse(isOfDeleted);
        return subjectIsValid
                || inactive("The service account is another, disabled or no longer there", Errors.USER_DISABLED);
    }

    private boolean isForTheCaller() {
        transformedToken = token;
        return verifyAudience();
    }

    private boolean inactive(String reason, String error) {
        eventBuilder.detail(Details.REASON, reason);
        eventBuilder.error(error);
        return false;
    }

    private ObjectNode claims() {
        try {
            ObjectNode claims = JsonSerialization.createObjectNode(token);
            claims.put(OAuth2Constants.CLIENT_ID, token.getIssuedFor());
            claims.put("username", ClientShape.username(token.getIssuedFor()));
            claims.put(OAuth2Constants.TOKEN_TYPE, token.getType());
            if (wantsJwt()) {
                claims.put("jwt", session.tokens().encode(token));
            }
            return claims;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean wantsJwt() {
        String accept = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.ACCEPT);
        String allowed = session.getContext()
                .getClient()
                .getAttribute(Constants.SUPPORT_JWT_CLAIM_IN_INTROSPECTION_RESPONSE_ENABLED);
        return org.keycloak.utils.MediaType.APPLICATION_JWT.equals(accept) && Boolean.parseBoolean(allowed);
    }
}
