package io.apicredentials.keycloak.token;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.util.DPoPUtil;
import org.keycloak.util.JsonSerialization;
import org.keycloak.util.TokenUtil;

/**
 * The claims with a meaning of their own (RFC 7519 4.1, RFC 9068 2.2, RFC 7662 2.2, Keycloak). The token of a credential
 * has the documented ones of them and no other: another, or one of another type, could make Keycloak refuse the token, or
 * let it say more than it should.
 */
final class KeycloakClaims {

    /** What Keycloak writes itself into the token of a credential, beside what {@link CredentialClaims} does. */
    private static final Set<String> DOCUMENTED =
            Set.of("iss", "sub", "aud", "exp", "iat", "jti", "typ", "azp", "scope", "cnf");

    /** Those for which Keycloak's token has no property: it writes them beside those, or reads them at introspection. */
    private static final Set<String> WITHOUT_PROPERTY = Set.of(
            OAuth2Constants.CLIENT_ID,
            "active",
            "username",
            "token_type",
            "jwt",
            "act",
            "may_act",
            "session_state",
            "address");

    private static final List<BeanPropertyDefinition> PROPERTIES = propertiesOfAccessTokens();

    private static final Set<String> NAMES = Stream.concat(
                    WITHOUT_PROPERTY.stream(), PROPERTIES.stream().map(BeanPropertyDefinition::getName))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<AnnotatedMember> OTHERS = PROPERTIES.stream()
            .filter(property -> !DOCUMENTED.contains(property.getName()))
            .map(KeycloakClaims::mutator)
            .toList();

    private KeycloakClaims() {}

    private static List<BeanPropertyDefinition> propertiesOfAccessTokens() {
        DeserializationConfig config = JsonSerialization.mapper.getDeserializationConfig();
        return config.introspect(config.constructType(AccessToken.class)).findProperties().stream()
                .filter(property -> property.getMutator() != null)
                // What holds the claims without a property of their own.
                .filter(property -> !Map.class.equals(property.getRawPrimaryType())
                        || property.getName().equals(AccessToken.RESOURCE_ACCESS))
                .toList();
    }

    private static AnnotatedMember mutator(BeanPropertyDefinition property) {
        AnnotatedMember mutator = property.getMutator();
        mutator.fixAccess(true);
        return mutator;
    }

    /** Whether a claim of this name has a meaning of its own. */
    static boolean contain(String claim) {
        return NAMES.contains(claim);
    }

    /** Takes all of them from a token of a credential that are not documented. */
    static void removeOthersFrom(AccessToken token) {
        OTHERS.forEach(mutator -> mutator.setValue(token, null));
        token.getOtherClaims().keySet().removeIf(KeycloakClaims::contain);
        // With a proof of possession (RFC 9449) it is no bearer token. A client can have the name in lower case.
        boolean isBound = DPoPUtil.DPOP_TOKEN_TYPE.equalsIgnoreCase(token.getType());
        token.type(isBound ? DPoPUtil.DPOP_TOKEN_TYPE : TokenUtil.TOKEN_TYPE_BEARER);
    }
}
