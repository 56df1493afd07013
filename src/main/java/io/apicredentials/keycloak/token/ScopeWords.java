package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.settings.CredentialScope;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.OAuthScope;
import io.apicredentials.permission.Permissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;

/** What the scope of a token of a credential says, in the token, the answer and the event. */
final class ScopeWords {

    /** A client scope may be called like a permission, so that of Keycloak's words only those are left that never are one. */
    private static final Set<String> HARMLESS = Set.of(OAuth2Constants.SCOPE_OPENID, CredentialScope.NAME);

    private ScopeWords() {}

    /**
     * The permissions as words, unless the realm leaves them out, after those of Keycloak's.
     *
     * @param scope any, such as Keycloak's; of this one again, the outcome is the same
     */
    static String of(String scope, Permissions granted, RealmSettings settings) {
        Stream<String> keycloaks = Stream.of(scope.split(" ")).filter(HARMLESS::contains);
        Stream<String> ours = settings.hasScopeClaim() ? Stream.of(OAuthScope.of(granted)) : Stream.empty();
        return Stream.concat(keycloaks, ours).collect(Collectors.joining(" "));
    }
}
