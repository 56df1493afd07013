package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Takes out of the answers of the user info endpoint what is kept for credentials: Keycloak asks nobody between the mappers
 * and the answer. A signed answer is signed anew; one that is encrypted for its client cannot be read here.
 */
@Provider
public final class UserInfoFilter implements ContainerResponseFilter {

    /** Keycloak takes one slash more for the same. */
    private static final Pattern USER_INFO = Pattern.compile(".*/protocol/openid-connect/userinfo/?");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200
                || !USER_INFO.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (response.getEntity() instanceof Map<?, ?> claims) {
            removeReserved(session, claims);
        } else if (response.getEntity() instanceof String signed) {
            signedAnew(session, signed).ifPresent(response::setEntity);
        }
    }

    /** There is no user behind a credential, and the claims of one are in its token. */
    private static boolean removeReserved(KeycloakSession session, Map<?, ?> claims) {
        int before = claims.size();
        ReservedClaims reserved = new ReservedClaims(session);
        ClientModel client = session.getContext().getClient();
        if (client != null && StoredCredential.isOrWasApiCredential(client)) {
            reserved.removeAll(claims);
        } else {
            reserved.removePermissionSet(claims);
        }
        return claims.size() < before;
    }

    private static Optional<String> signedAnew(KeycloakSession session, String signed) {
        try {
            JWSInput answer = new JWSInput(signed);
            Map<?, ?> claims = answer.readJsonContent(Map.class);
            if (!removeReserved(session, claims)) {
                return Optional.empty();
            }
            String algorithm = answer.getHeader().getAlgorithm().name();
            return Optional.of(new JWSBuilder()
                    .type(answer.getHeader().getType())
                    .jsonContent(claims)
                    .sign(session.getProvider(SignatureProvider.class, algorithm)
                            .signer()));
        } catch (JWSInputException encrypted) {
            return Optional.empty();
        }
    }
}
