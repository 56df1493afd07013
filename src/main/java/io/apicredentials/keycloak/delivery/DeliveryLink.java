package io.apicredentials.keycloak.delivery;

import io.apicredentials.delivery.DeliveryToken;
import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.urls.UrlType;

/** The addresses of a realm that are told to somebody who picks up a secret. */
public final class DeliveryLink {

    private DeliveryLink() {}

    /** The link with a token, under the address that the server has for people outside. */
    public static String of(KeycloakSession session, DeliveryToken token) {
        return base(session)
                .path("realms/{realm}/" + DeliveryResource.PATH + "/{token}")
                .build(session.getContext().getRealm().getName(), token.reveal())
                .toString();
    }

    /** Where the secret is used. */
    static String tokenEndpoint(KeycloakSession session) {
        return OIDCLoginProtocolService.tokenUrl(base(session))
                .build(session.getContext().getRealm().getName())
                .toString();
    }

    private static UriBuilder base(KeycloakSession session) {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUriBuilder();
    }
}
