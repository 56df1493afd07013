package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.Permissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.AccessToken;

/** What makes an access token one of an API credential. */
final class CredentialClaims {

    private final String clientId;
    private final String permissionSet;
    private final Permissions permissions;
    private final List<String> audience;

    private CredentialClaims(ClientModel client, String permissionSet, Permissions permissions) {
        this.clientId = client.getClientId();
        this.permissionSet = permissionSet;
        this.permissions = permissions;
        this.audience = new RealmSettings(client.getRealm()).audience();
    }

    /** The claims of a credential; empty when what is stored of it cannot be read. */
    static Optional<CredentialClaims> of(ClientModel client) {
        StoredCredential credential = StoredCredential.of(client);
        return credential
                .permissionSet()
                .flatMap(set ->
                        credential.permissions().map(permissions -> new CredentialClaims(client, set, permissions)));
    }

    /**
     * Writes them over whatever the token has by these names.
     *
     * @param requestedAudience narrows the audience (RFC 8707) as far as it is part of it; nothing widens it
     */
    void writeTo(AccessToken token, ClaimNames names, Set<String> requestedAudience) {
        token.setOtherClaims(
                names.permissions(),
                permissions.list().stream().map(CredentialClaims::claim).toList());
        token.setOtherClaims(names.permissionSet(), permissionSet);
        token.setOtherClaims(OAuth2Constants.CLIENT_ID, clientId);
        boolean narrows = !requestedAudience.isEmpty() && audience.containsAll(requestedAudience);
        token.audience(audience.stream()
                .filter(resourceServer -> !narrows || requestedAudience.contains(resourceServer))
                .toArray(String[]::new));
        // None of a credential's scopes has a name for tokens; what is left would be an empty claim.
        if (token.getScope() != null && token.getScope().isBlank()) {
            token.setScope(null);
        }
    }

    private static Map<String, String> claim(Permission permission) {
        Map<String, String> claim = new LinkedHashMap<>();
        claim.put("type", permission.type());
        claim.put("action", permission.action());
        claim.put("scope", permission.scope());
        if (permission.resource() != null) {
            claim.put("resource", permission.resource());
        }
        return claim;
    }
}
