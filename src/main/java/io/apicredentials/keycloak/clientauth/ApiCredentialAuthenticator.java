package io.apicredentials.keycloak.clientauth;

import io.apicredentials.access.AccessAttempt;
import io.apicredentials.access.AccessDecision;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.history.EventSecrets;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.provider.ServerOptions;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.network.PeerAddress;
import java.time.Instant;
import java.time.InstantSource;
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

    private final FailureCounts failures;
    private final InstantSource clock;

    ApiCredentialAuthenticator(FailureCounts failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        // By now Keycloak's own authenticators have written the client ID of the request into the event.
        EventSecrets.mask(context.getEvent().getEvent());
        TokenRequest request = TokenRequest.read(context.getHttpRequest());
        Optional<ClientModel> credential = credential(context, request);
        if (credential.isEmpty()) {
            context.attempted();
            return;
        }
        ClientModel client = credential.get();
        context.setClient(client);
        ServerOptions options = ApiCredentials.options(context.getSession());
        ProxySettings proxies = options.proxies();
        CallerAddress caller = CallerAddress.of(context.getHttpRequest(), context.getConnection(), proxies);
        context.getEvent().client(client);
        if (proxies.header().isPresent()) {
            context.getEvent().ipAddress(caller.text());
        }

        Optional<PeerAddress> peer = caller.address();
        Instant now = clock.instant();
        AccessDecision decision = StoredCredential.of(client)
                .accessRules(new RealmSettings(context.getRealm()).environment())
                .decide(new AccessAttempt(isAllowed(context), peer, request.secret(), now));
        if (decision instanceof AccessDecision.Refused refused) {
            boolean isMany = failures.note(client.getId(), client.getClientId(), peer, now, options.normalFailures());
            if (isMany) {
                CredentialEvent.manyFailures(context.getEvent());
            }
            refuse(context, client, refused.reason());
        } else if (decision instanceof AccessDecision.Admitted admitted) {
            CredentialEvent.used(context.getEvent(), admitted.secret());
            context.success();
        }
    }

    /**
     * Either of the IDs, or else the client that Keycloak itself found: a request that names a credential beside another
     * client is refused for what it is.
     */
    private static Optional<ClientModel> credential(ClientAuthenticationFlowContext context, TokenRequest request) {
        return request.clientIds().stream()
                .map(clientId -> context.getSession().clients().getClientByClientId(context.getRealm(), clientId))
                .filter(client -> client != null && StoredCredential.isApiCredential(client))
                .findFirst()
                .or(() -> Optional.ofNullable(context.getClient()).filter(StoredCredential::isApiCredential));
    }

    /**
     * The event says at which endpoint and for which grant the client authenticates: Keycloak sets {@code CLIENT_LOGIN}
     * for the client credentials grant only, before it authenticates the client.
     */
    private static boolean isAllowed(ClientAuthenticationFlowContext context) {
        EventType purpose = context.getEvent().getEvent().getType();
        return purpose == EventType.CLIENT_LOGIN || purpose == EventType.REVOKE_GRANT;
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
