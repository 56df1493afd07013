package io.apicredentials.keycloak.settings;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * The client scope of API credentials in a realm: the one with our id, which an administrator may have renamed, or else the
 * one with our name, which an import may have brought with another id.
 */
public final class CredentialScope {

    /** The name that it gets when it is added. */
    public static final String NAME = "api-credential";

    private CredentialScope() {}

    /** The id that it gets when it is added. */
    public static String id(RealmModel realm) {
        return DerivedId.of(realm, "client-scope");
    }

    /**
     * The same, looked for at one credential first: it has no other scope, and a realm may have many.
     *
     * @param client the credential
     */
    public static Optional<ClientScopeModel> find(RealmModel realm, ClientModel client) {
        String id = id(realm);
        return client.getClientScopes(true).values().stream()
                .filter(scope -> scope.getId().equals(id))
                .findFirst()
                .or(() -> find(realm));
    }

    /** From the cache; never asks for an id that may not be there, which would cost a query each time. */
    public static Optional<ClientScopeModel> find(RealmModel realm) {
        String id = id(realm);
        List<ClientScopeModel> candidates = realm.getClientScopesStream()
                .filter(scope -> scope.getId().equals(id) || NAME.equals(scope.getName()))
                .toList();
        return candidates.stream()
                .filter(scope -> scope.getId().equals(id))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** What administrators should know when it is not there, and what to do. */
    static Optional<String> warning(RealmModel realm) {
        return find(realm).isPresent()
                ? Optional.empty()
                : Optional.of("The client scope '" + NAME
                        + "' was deleted, so that tokens of API credentials have their claims under the default names;"
                        + " create an API credential or save one with PUT, which adds it.");
    }
}
