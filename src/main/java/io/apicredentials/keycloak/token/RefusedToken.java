package io.apicredentials.keycloak.token;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.history.CredentialEvent;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** A token of a credential, or made from one, that is not issued. */
final class RefusedToken {

    private static final Logger LOG = Logger.getLogger(RefusedToken.class);

    private RefusedToken() {}

    /**
     * What the caller is answered. It also records the reason.
     *
     * @param client the one that asked for the token
     */
    static CorsErrorResponseException answer(KeycloakSession session, ClientModel client, RefusalReason reason) {
        writeEvent(session, client, reason);
        return InvalidClient.answer(Cors.builder());
    }

    /** Writes the event: Keycloak has none for what others refuse. */
    static void writeEvent(KeycloakSession session, ClientModel client, RefusalReason reason) {
        LOG.debugf("Refused a token to the client %s: %s", client.getClientId(), reason.code());
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.CLIENT_LOGIN)
                .client(client);
        CredentialEvent.refused(event, reason).error(OAuthErrorException.INVALID_CLIENT);
    }
}
