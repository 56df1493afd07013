package io.apicredentials.keycloak.clientauth;

import io.apicredentials.credential.AccessAttempt;
import io.apicredentials.credential.AccessDecision;
import io.apicredentials.credential.RefusalReason;
import io.apicredentials.keycloak.store.CredentialEvent;
import io.apicredentials.keycloak.store.StoredCredential;
import io.apicredentials.network.PeerAddress;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;

/**
 * Authenticates clients that are API credentials, for the client credentials grant and for the revocation of their own
 * tokens (RFC 7009), nothing else.
 *
 * <p>Every refusal is answered like an unknown client, without a {@code WWW-Authenticate} header, since Keycloak sends
 * none for an unknown client either; the reason goes into the event.
 */
final class ApiCredentialAuthenticator implements ClientAuthenticator {

    private static final Logger LOG = Logger.getLogger(ApiCredentialAuthenticator.class);

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        TokenRequest request = TokenRequest.read(context.getHttpRequest());
        Optional<ClientModel> credential = credential(context, request);
        if (credential.isEmpty()) {
            context.attempted();
            return;
        }
        ClientModel client = credential.get();
        context.setClient(client);
        context.getEvent().client(client);

        AccessDecision decision = StoredCredential.of(client)
                .accessRules()
                .decide(new AccessAttempt(isAllowed(context), peer(context), request.secret()));
        if (decision instanceof AccessDecision.Refused refused) {
            refuse(context, client, refused.reason());
        } else {
            context.success();
        }
    }

    /** Any of the IDs: a request that names a credential beside another client is refused for what it is. */
    private static Optional<ClientModel> credential(ClientAuthenticationFlowContext context, TokenRequest request) {
        return request.clientIds().stream()
                .map(clientId -> context.getSession().clients().getClientByClientId(context.getRealm(), clientId))
                .filter(client -> client != null && StoredCredential.isApiCredential(client))
                .findFirst();
    }

    /**
     * The event says at which endpoint and for which grant the client authenticates: Keycloak sets {@code CLIENT_LOGIN}
     * for the client credentials grant only, before it authenticates the client.
     */
    private static boolean isAllowed(ClientAuthenticationFlowContext context) {
        EventType purpose = context.getEvent().getEvent().getType();
        return purpose == EventType.CLIENT_LOGIN || purpose == EventType.REVOKE_GRANT;
    }

    /** The address of the connection; Keycloak replaces it by a header's only where told to trust a proxy. */
    private static Optional<PeerAddress> peer(ClientAuthenticationFlowContext context) {
        return PeerAddress.parse(context.getConnection().getRemoteAddr());
    }

    private static void refuse(ClientAuthenticationFlowContext context, ClientModel client, RefusalReason reason) {
        LOG.debugf("Refused the API credential %s: %s", client.getClientId(), reason.code());
        CredentialEvent.refused(context.getEvent(), reason);
        context.failure(
                reason == RefusalReason.DISABLED
                        ? AuthenticationFlowError.CLIENT_DISABLED
                        : AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS);
    }

    @Override
    public void close() {}
}
