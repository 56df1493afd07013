package io.apicredentials.keycloak.client;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Keycloak's attributes of clients that a credential does not keep, whatever an edit gives it. */
public final class RemovedAttributes {

    /** Attributes by which a client is given other flows than the one of credentials, or refresh tokens. */
    static final List<String> SWITCHES = List.of(
            OIDCConfigAttributes.USE_REFRESH_TOKEN_FOR_CLIENT_CREDENTIALS_GRANT,
            OIDCConfigAttributes.STANDARD_TOKEN_EXCHANGE_ENABLED,
            OIDCConfigAttributes.JWT_AUTHORIZATION_GRANT_ENABLED,
            OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED,
            CibaConfig.OIDC_CIBA_GRANT_ENABLED);

    /** Attributes of secrets in clear, and of their rotation. */
    static final List<String> SECRETS = List.of(
            ClientSecretConstants.CLIENT_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_SECRET_EXPIRATION,
            ClientSecretConstants.CLIENT_ROTATED_SECRET,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME);

    /**
     * The first shortens no token; longer than the realm's sessions, it would keep the realm from being imported. The
     * second is about redirects after a log-out, of which a credential has none; imports add it.
     */
    private static final List<String> USELESS =
            List.of(OIDCConfigAttributes.CLIENT_SESSION_MAX_LIFESPAN, OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);

    /** All of them. */
    public static final List<String> ALL =
            Stream.of(SWITCHES, SECRETS, USELESS).flatMap(List::stream).toList();

    private RemovedAttributes() {}
}
