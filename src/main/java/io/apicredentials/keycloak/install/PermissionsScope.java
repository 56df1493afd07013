package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.store.CredentialAttribute;
import io.apicredentials.keycloak.token.PermissionsMapper;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The client scope that every API credential has: one mapper, nothing in the token's {@code scope}, no consent. */
final class PermissionsScope {

    private PermissionsScope() {}

    static Optional<ClientScopeModel> find(RealmModel realm) {
        return realm.getClientScopesStream()
                .filter(scope -> CredentialAttribute.CLIENT_SCOPE.equals(scope.getName()))
                .findFirst();
    }

    static boolean isComplete(ClientScopeModel scope) {
        return scope.getProtocolMappersStream()
                .anyMatch(mapper -> PermissionsMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()));
    }

    static void complete(ClientScopeModel scope) {
        if (isComplete(scope)) {
            return;
        }
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription("The permissions of API credentials");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(false);
        scope.addProtocolMapper(PermissionsMapper.model());
    }
}
