package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.manage.NewSecret;
import io.apicredentials.keycloak.settings.RealmAddresses;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * The answer to who asked for a new secret: 201 with the secret or with the link to it, this once. There is no {@code
 * Location} header: {@code kcadm create -o} would follow it and lose the body.
 */
record SecretAnswer(KeycloakSession session) {

    Response of(CredentialRepresentation credential, NewSecret secret) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(entity(credential, secret))
                .build();
    }

    /** What is said in it. */
    Object entity(CredentialRepresentation credential, NewSecret secret) {
        if (secret instanceof NewSecret.ByLink offered) {
            String link = new RealmAddresses(session).deliveryLink(offered.token());
            return new OfferedCredentialRepresentation(credential, link);
        }
        return new NewCredentialRepresentation(
                credential, ((NewSecret.Shown) secret).secret().reveal());
    }
}
