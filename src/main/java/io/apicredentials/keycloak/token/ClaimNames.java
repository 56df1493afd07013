package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.settings.CredentialScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * The names of the claims that carry what a credential may do. Only two can be chosen.
 *
 * @param permissions the claim with the list of permissions
 * @param permissionSet the claim with the type of the permission set
 */
record ClaimNames(String permissions, String permissionSet) {

    static final String PERMISSIONS = "permissions.claim.name";
    static final String PERMISSION_SET = "permission-set.claim.name";

    /** The attribute of a session, followed by the id of the realm. */
    private static final String KNOWN = "api-credential-claim-names:";

    /** The claim with the permissions as strings, where there are objects too. */
    static final String PERMISSION_STRINGS = "permission_strings";

    static final ClaimNames DEFAULT = new ClaimNames("permissions", "permission_set");

    /** The names of a mapper; a blank one is the default. */
    static ClaimNames of(ProtocolMapperModel mapper) {
        Map<String, String> config = mapper.getConfig();
        return new ClaimNames(
                nameOr(config.get(PERMISSIONS), DEFAULT.permissions),
                nameOr(config.get(PERMISSION_SET), DEFAULT.permissionSet));
    }

    /**
     * The names in this realm: those of the mapper in the client scope of API credentials, whether a client has the scope or
     * not, and no matter what other mappers it has.
     */
    static ClaimNames of(KeycloakSession session, RealmModel realm) {
        return known(session, realm, () -> CredentialScope.find(realm));
    }

    /**
     * The same, for the token of a credential.
     *
     * @param client the credential
     */
    static ClaimNames of(KeycloakSession session, RealmModel realm, ClientModel client) {
        return known(session, realm, () -> CredentialScope.find(realm, client));
    }

    /** Looked for once in a session: a token is asked about several times. */
    private static ClaimNames known(
            KeycloakSession session, RealmModel realm, Supplier<Optional<ClientScopeModel>> scope) {
        String attribute = KNOWN + realm.getId();
        ClaimNames known = session.getAttribute(attribute, ClaimNames.class);
        if (known != null) {
            return known;
        }
        ClaimNames found = of(scope.get());
        session.setAttribute(attribute, found);
        return found;
    }

    private static ClaimNames of(Optional<ClientScopeModel> scope) {
        return scope.stream()
                .flatMap(ClientScopeModel::getProtocolMappersStream)
                .filter(mapper -> PermissionsMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findFirst()
                .map(ClaimNames::of)
                .filter(names -> names.problem().isEmpty())
                .orElse(DEFAULT);
    }

    /** Whether a claim has one of the names, by default or in this realm. */
    Predicate<String> areReserved() {
        return claim -> claim.equals(PERMISSION_STRINGS) || DEFAULT.isOne(claim) || isOne(claim);
    }

    private boolean isOne(String claim) {
        return claim.equals(permissions) || claim.equals(permissionSet);
    }

    private static String nameOr(@Nullable String configured, String defaultName) {
        return configured == null || configured.isBlank() ? defaultName : configured.strip();
    }

    /** One sentence on what is wrong with the names, if anything is. */
    Optional<String> problem() {
        if (permissions.equals(DEFAULT.permissionSet) || permissionSet.equals(DEFAULT.permissions)) {
            return Optional.of("The default names of the two claims are swapped; choose others.");
        }
        if (permissions.equals(PERMISSION_STRINGS) || permissionSet.equals(PERMISSION_STRINGS)) {
            return Optional.of(
                    "The claim '" + PERMISSION_STRINGS + "' holds the permissions as strings; choose another name.");
        }
        if (permissions.equals(permissionSet)) {
            return Optional.of("The two claims have the same name; give them different ones.");
        }
        return Stream.of(permissions, permissionSet)
                .filter(KeycloakClaims::contain)
                .findFirst()
                .map(name -> "The claim '" + name + "' has a meaning of its own; choose another name.");
    }
}
