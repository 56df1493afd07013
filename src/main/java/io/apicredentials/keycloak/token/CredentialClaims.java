package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.PermissionsForm;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.OAuthScope;
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
    private final RealmSettings settings;
    private final PermissionsForm form;
    private final List<String> audience;

    private CredentialClaims(ClientModel client, String permissionSet, Permissions permissions) {
        this.clientId = client.getClientId();
        this.permissionSet = permissionSet;
        this.permissions = permissions;
        this.settings = new RealmSettings(client.getRealm());
        this.form = settings.permissionsForm();
        this.audience = settings.audience();
    }

    /**
     * The claims of a credential; empty when what is stored of it cannot be read.
     *
     * @param granted what it asked for of its permissions; empty for all of them
     */
    static Optional<CredentialClaims> of(ClientModel client, Optional<Permissions> granted) {
        StoredCredential credential = StoredCredential.of(client);
        return credential
                .permissionSet()
                .flatMap(set -> granted.or(credential::permissions)
                        .map(permissions -> new CredentialClaims(client, set, permissions)));
    }

    /**
     * Writes them over whatever the token has by these names.
     *
     * @param scope Keycloak's, of which the words are left that are no permissions
     * @param requestedAudience narrows the audience (RFC 8707) as far as it is part of it; nothing widens it
     */
    void writeTo(AccessToken token, ClaimNames names, String scope, Set<String> requestedAudience) {
        token.setOtherClaims(names.permissions(), form == PermissionsForm.STRINGS ? strings() : objects());
        if (form == PermissionsForm.BOTH) {
            token.setOtherClaims(ClaimNames.PERMISSION_STRINGS, strings());
        }
        token.setOtherClaims(names.permissionSet(), permissionSet);
        token.setOtherClaims(OAuth2Constants.CLIENT_ID, clientId);
        String words = ScopeWords.of(scope, permissions, settings);
        token.setScope(words.isEmpty() ? null : words);
        boolean narrows = !requestedAudience.isEmpty() && audience.containsAll(requestedAudience);
        token.audience(audience.stream()
                .filter(resourceServer -> !narrows || requestedAudience.contains(resourceServer))
                .toArray(String[]::new));
    }

    private List<Map<String, String>> objects() {
        return permissions.list().stream().map(CredentialClaims::object).toList();
    }

    private List<String> strings() {
        return permissions.list().stream().map(OAuthScope::of).toList();
    }

    private static Map<String, String> object(Permission permission) {
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
