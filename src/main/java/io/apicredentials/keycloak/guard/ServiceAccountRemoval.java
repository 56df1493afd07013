package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.StoredCredential;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The removal of the service account of a credential that stays or is replaced.
 *
 * <p>The admin API v2 switches the account off after the edit was found right. Switched on again the credential would have
 * another one, its tokens another {@code sub}, and the tokens issued so far would end.
 *
 * <p>A partial import that overwrites removes the account before the client. Every other change locks the client first;
 * the two would wait for each other.
 */
final class ServiceAccountRemoval {

    private ServiceAccountRemoval() {}

    /**
     * What is wrong with the removal of a user; nothing unless it is the account of a credential. Locks the row of the
     * credential.
     */
    static List<String> problems(UserModel.UserPreRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        return Optional.ofNullable(removed.getUser().getServiceAccountClientLink())
                .map(client -> session.clients().getClientById(removed.getRealm(), client))
                .filter(StoredCredential::isOrWasApiCredential)
                .map(client -> problems(session, client))
                .orElse(List.of());
    }

    private static List<String> problems(KeycloakSession session, ClientModel client) {
        if (ClientGuard.hasJudged(session, client.getId())) {
            return client.isServiceAccountsEnabled() ? List.of() : List.of(ClientShape.SERVICE_ACCOUNT);
        }
        return switch (CredentialClients.lockEdited(session, client)) {
            case HELD, OUTDATED -> List.of();
            case GONE, BUSY -> List.of(ProtectedContent.STALE);
        };
    }
}
