package io.apicredentials.keycloak.manage;

import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.secret.ClientSecret;

/** How a new secret reaches somebody. */
public sealed interface NewSecret {

    /** It is shown to the administrator, in clear; it exists nowhere else. */
    record Shown(ClientSecret secret) implements NewSecret {}

    /**
     * It is made when somebody picks it up.
     *
     * @param token of the link, in clear; it exists nowhere else
     */
    record ByLink(DeliveryToken token) implements NewSecret {}
}
