package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.settings.CredentialScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * The names of the two claims that carry what a credential may do.
 *
 * @param permissions the claim with the list of permissions
 * @param permissionSet the claim with the type of the permission set
 */
record ClaimNames(String permissions, String permissionSet) {

    static final String PERMISSIONS = "permissions.claim.name";
    static final String PERMISSION_SET = "permission-set.claim.name";
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
    static ClaimNames of(RealmModel realm) {
        return CredentialScope.find(realm).stream()
                .flatMap(ClientScopeModel::getProtocolMappersStream)
                .filter(mapper -> PermissionsMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findFirst()
                .map(ClaimNames::of)
                .filter(names -> names.problem().isEmpty())
                .orElse(DEFAULT);
    }

    /** Whether a claim has the name of one of the two, by default or in this realm. */
    static Predicate<String> reservedIn(RealmModel realm) {
        ClaimNames ofRealm = of(realm);
        return claim -> DEFAULT.isOne(claim) || ofRealm.isOne(claim);
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
        if (permissions.equals(permissionSet)) {
            return Optional.of("The two claims have the same name; give them different ones.");
        }
        return Stream.of(permissions, permissionSet)
                .filter(KeycloakClaims::contain)
                .findFirst()
                .map(name -> "The claim '" + name + "' has a meaning of its own; choose another name.");
    }
}
