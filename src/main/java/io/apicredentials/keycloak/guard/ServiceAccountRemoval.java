package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.store.StoredCredential;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The removal of a service account by an edit of its credential. The admin API v2 switches the account off after the edit
 * was found right. Switched on again the credential would have another one, its tokens another {@code sub}, and the tokens
 * issued so far would end.
 */
final class ServiceAccountRemoval {

    private ServiceAccountRemoval() {}

    /** What is wrong with the removal of a user; nothing unless an edit takes the account of a credential away. */
    static List<String> problems(UserModel.UserPreRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        return Optional.ofNullable(removed.getUser().getServiceAccountClientLink())
                .filter(client -> ClientGuard.hasJudged(session, client))
                .map(client -> session.clients().getClientById(removed.getRealm(), client))
                .filter(StoredCredential::bearsTheMark)
                .filter(client -> !client.isServiceAccountsEnabled())
                .map(client -> List.of(ClientRules.SERVICE_ACCOUNT))
                .orElse(List.of());
    }
}
