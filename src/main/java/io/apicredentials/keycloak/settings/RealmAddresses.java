package io.apicredentials.keycloak.settings;

import io.apicredentials.delivery.DeliveryToken;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/** Where the realm of a request is found by people outside. */
public record RealmAddresses(KeycloakSession session) {

    /** The page at which secrets are picked up, under {@code /realms/{realm}}. */
    public static final String DELIVERY_PATH = "api-credential-delivery";

    /** The link with a token. */
    public String deliveryLink(DeliveryToken token) {
        return realm().path(DELIVERY_PATH + "/{token}")
                .build(name(), token.reveal())
                .toString();
    }

    /** Where secrets are used. */
    public String tokenEndpoint() {
        return realm().path("protocol/openid-connect/token").build(name()).toString();
    }

    /** Where the realm is administered by programs. */
    public String administration() {
        return administrators().path("realms/{realm}").build(name()).toString();
    }

    /** What the addresses of its pages begin with. */
    public String pages() {
        return realm().build(name()).toString();
    }

    /** What the addresses of the admin consoles of all realms begin with. */
    public String consoles() {
        return administrators().build().toString();
    }

    private KeycloakUriBuilder administrators() {
        return KeycloakUriBuilder.fromUri(
                        session.getContext().getUri(UrlType.ADMIN).getBaseUri())
                .path("admin");
    }

    private KeycloakUriBuilder realm() {
        return KeycloakUriBuilder.fromUri(
                        session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .path("realms/{realm}");
    }

    private String name() {
        return session.getContext().getRealm().getName();
    }
}
