package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.settings.TokenType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a client has, and has not, that is an API credential, beside the content of the credential. */
public final class ClientShape {

    /** What an edit is told that takes the service account away. */
    public static final String SERVICE_ACCOUNT = ShapeRule.SERVICE_ACCOUNT;

    /** What an edit is told that adds authorization services. */
    public static final String NO_AUTHORIZATION = ShapeRule.NO_AUTHORIZATION;

    /** The attributes of Keycloak's own that say how its tokens are signed and what their header says that they are. */
    public static final List<String> OF_TOKENS = List.of(ShapeRule.ALGORITHM, ShapeRule.IS_ACCESS_TOKEN_TYPE);

    private final KeycloakSession session;
    private final RealmModel realm;

    public ClientShape(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What is not as it must be, a sentence each, for an edit of the client. */
    public List<String> broken(ClientModel client) {
        return ShapeRule.ALL.stream()
                .filter(rule -> rule.refusal().isPresent() && !rule.holds().test(session, client))
                .flatMap(rule -> rule.refusal().stream())
                .toList();
    }

    /**
     * Gives a client everything an API credential has and takes everything else away: one flow, one client scope, no
     * clear-text secret, a service account without roles and groups. Imports need it as well as new credentials.
     */
    public void give(ClientModel client, ClientScopeModel scope) {
        give(client, scope, Optional.empty());
    }

    /**
     * The same for a client that takes the place of another one.
     *
     * @param accountId the id for its service account if it has none: that of the other, the {@code sub} of tokens
     */
    public void give(ClientModel client, ClientScopeModel scope, Optional<String> accountId) {
        giveRules(client);
        assignScope(client, scope);
        ensureServiceAccount(client, accountId);
    }

    /** The same for one that the session has added in one of Keycloak's ways, so that no cache knows which scopes it has. */
    public void giveAdded(ClientModel client, ClientScopeModel scope, Optional<String> accountId) {
        giveRules(client);
        new AssignedScopes(session, scope).giveOnly(List.of(client.getId()));
        ensureServiceAccount(client, accountId);
    }

    /** The same for a client that was just added: it has no scopes and no service account, and nobody looks for them. */
    void giveNew(ClientModel client, ClientScopeModel scope) {
        giveRules(client);
        new ClientRow(session, client.getId()).assignScope(scope.getId());
        addServiceAccount(client, Optional.empty());
    }

    /** The part of it that needs no statements but for what it changes. */
    void giveRules(ClientModel client) {
        ShapeRule.ALL.stream()
                .filter(rule -> rule.give().isPresent() && !rule.holds().test(session, client))
                .forEach(rule -> rule.give().get().accept(client));
        removeClearTextSecrets(client);
    }

    /** Gives a new credential the type of tokens that its realm has set, unless it brings one. */
    public static void giveTokenType(ClientModel client) {
        boolean isAccessToken = new RealmSettings(client.getRealm()).tokenType() == TokenType.ACCESS_TOKEN;
        if (isAccessToken && client.getAttribute(ShapeRule.IS_ACCESS_TOKEN_TYPE) == null) {
            client.setAttribute(ShapeRule.IS_ACCESS_TOKEN_TYPE, Boolean.toString(true));
        }
    }

    /** Takes away what Keycloak generates for every confidential client without a secret, and what rotation leaves. */
    public static void removeClearTextSecrets(ClientModel client) {
        client.setSecret(null);
        client.setRegistrationToken(null);
        RemovedAttributes.SECRETS.forEach(client::removeAttribute);
    }

    /** The scopes of the realm's defaults would bring roles, account audience and profile claims into the token. */
    private static void assignScope(ClientModel client, ClientScopeModel scope) {
        Collection<ClientScopeModel> defaults =
                List.copyOf(client.getClientScopes(true).values());
        Collection<ClientScopeModel> optional =
                List.copyOf(client.getClientScopes(false).values());
        Stream.concat(defaults.stream().filter(assigned -> !isSame(assigned, scope)), optional.stream())
                .forEach(client::removeClientScope);
        if (defaults.stream().noneMatch(assigned -> isSame(assigned, scope))) {
            client.addClientScope(scope, true);
        }
    }

    private static boolean isSame(ClientScopeModel one, ClientScopeModel other) {
        return one.getId().equals(other.getId());
    }

    private void ensureServiceAccount(ClientModel client, Optional<String> id) {
        UserModel existing = session.users().getServiceAccount(client);
        if (existing != null) {
            takeRoles(existing);
        } else {
            addServiceAccount(client, id);
        }
    }

    /** Gives it a service account, where it is known that it has none. */
    void addServiceAccount(ClientModel client, Optional<String> id) {
        var user = session.users().addUser(realm, id.orElse(null), username(client.getClientId()), false, false);
        user.setEnabled(true);
        user.setServiceAccountClientLink(client.getId());
    }

    /** Roles would be worth nothing in a token without the roles scope; there is no reason to hold any. */
    static void takeRoles(UserModel account) {
        List.copyOf(account.getRoleMappingsStream().toList()).forEach(account::deleteRoleMapping);
        List.copyOf(account.getGroupsStream().toList()).forEach(account::leaveGroup);
    }

    /** The user name of the service account of a client. */
    public static String username(String clientId) {
        return ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + clientId;
    }
}
