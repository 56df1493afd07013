package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.settings.CredentialScope;
import io.apicredentials.keycloak.settings.DerivedId;
import io.apicredentials.keycloak.token.PermissionsMapper;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The client scope that every API credential has: one mapper, nothing in the token's {@code scope}, no consent. */
record ScopeInstallation(RealmModel realm) implements Step {

    @Override
    public boolean isDone() {
        return CredentialScope.find(realm).filter(this::hasMapper).isPresent();
    }

    @Override
    public void complete() {
        ClientScopeModel scope = CredentialScope.find(realm)
                .orElseGet(() -> realm.addClientScope(CredentialScope.id(realm), CredentialScope.NAME));
        if (hasMapper(scope)) {
            return;
        }
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription("The permissions of API credentials");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(false);
        scope.addProtocolMapper(mapper(scope));
    }

    private boolean hasMapper(ClientScopeModel scope) {
        String id = mapperId(scope);
        return scope.getProtocolMappersStream()
                .anyMatch(mapper -> PermissionsMapper.PROVIDER_ID.equals(mapper.getProtocolMapper())
                        || mapper.getId().equals(id));
    }

    /** An administrator may have given its name to a mapper of another kind. */
    private ProtocolMapperModel mapper(ClientScopeModel scope) {
        ProtocolMapperModel mapper = PermissionsMapper.model();
        mapper.setId(mapperId(scope));
        Optional.ofNullable(scope.getProtocolMapperByName(mapper.getProtocol(), mapper.getName()))
                .ifPresent(other -> mapper.setName(PermissionsMapper.PROVIDER_ID));
        return mapper;
    }

    private String mapperId(ClientScopeModel scope) {
        return DerivedId.of(realm, "mapper:" + scope.getId());
    }
}
