package io.apicredentials.keycloak.token;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * The one answer to a refused use of a credential (RFC 6749 5.2), the same that Keycloak gives to an unknown client. The
 * exception is the one kind that no grant turns into another answer.
 */
final class InvalidClient {

    private InvalidClient() {}

    static CorsErrorResponseException answer(Cors cors) {
        return new CorsErrorResponseException(
                cors,
                OAuthErrorException.INVALID_CLIENT,
                "Invalid client or Invalid client credentials",
                Response.Status.UNAUTHORIZED);
    }
}
