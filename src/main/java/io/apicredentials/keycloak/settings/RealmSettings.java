package io.apicredentials.keycloak.settings;

import io.apicredentials.permission.PermissionCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** What an administrator can set for all API credentials of a realm, as attributes of the realm. */
public record RealmSettings(RealmModel realm) {

    /** Seconds for which a token of an API credential is valid. */
    public static final int TOKEN_LIFESPAN = 3600;

    private static final String AUDIENCE = "api.credential.audience";
    private static final String SIGNATURE_ALGORITHM = "api.credential.signature-algorithm";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,3}");

    /** The JWS algorithms (RFC 7518, RFC 8037) that a token may be signed with: all that need a private key. */
    public static final List<String> SIGNATURE_ALGORITHMS = List.of(
            Algorithm.ES256,
            Algorithm.ES384,
            Algorithm.ES512,
            Algorithm.EdDSA,
            Algorithm.PS256,
            Algorithm.PS384,
            Algorithm.PS512,
            Algorithm.RS256,
            Algorithm.RS384,
            Algorithm.RS512);

    /** The resource servers that the tokens are for: one or more names, separated by spaces; default {@code api}. */
    public List<String> audience() {
        String configured = attribute(AUDIENCE).orElse("api");
        return List.of(WHITE_SPACE.split(configured));
    }

    /**
     * The JWS algorithm of tokens; default ES256, which costs a fraction of RS256's processor time.
     *
     * @return empty when the realm names one that is unknown or symmetric
     */
    public Optional<String> signatureAlgorithm() {
        String configured = attribute(SIGNATURE_ALGORITHM).orElse(Algorithm.ES256);
        return SIGNATURE_ALGORITHMS.contains(configured) ? Optional.of(configured) : Optional.empty();
    }

    /** What may be granted in this realm. */
    public PermissionCatalogue catalogue() {
        return CatalogueFile.catalogue();
    }

    /** What administrators should know, each a sentence. */
    public List<String> warnings() {
        return Stream.of(
                        new ClientFlow(realm).obstacle(),
                        CredentialScope.warning(realm),
                        lifespanWarning(),
                        algorithmWarning())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> algorithmWarning() {
        return signatureAlgorithm().isPresent()
                ? Optional.empty()
                : Optional.of("Tokens of API credentials are signed with ES256, since the realm attribute '"
                        + SIGNATURE_ALGORITHM + "' is not one of: " + String.join(", ", SIGNATURE_ALGORITHMS) + ".");
    }

    /** Whether a text is a number of seconds that tokens of one credential may be valid for. */
    public static boolean isLifespan(@Nullable String text) {
        return text != null && SECONDS.matcher(text).matches() && Integer.parseInt(text) <= TOKEN_LIFESPAN;
    }

    /**
     * For how many seconds a token of this credential is valid: {@value #TOKEN_LIFESPAN}, or less where the client or the
     * realm's SSO Session Max says so.
     */
    public int lifespan(ClientModel client) {
        String ofClient = client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN);
        return isLifespan(ofClient) ? Math.min(lifespan(), Integer.parseInt(ofClient)) : lifespan();
    }

    /** Keycloak takes an SSO Session Max of 0 for none. */
    private int lifespan() {
        int sessionMax = realm.getSsoSessionMaxLifespan();
        return sessionMax > 0 ? Math.min(TOKEN_LIFESPAN, sessionMax) : TOKEN_LIFESPAN;
    }

    private Optional<String> lifespanWarning() {
        int lifespan = lifespan();
        return lifespan == TOKEN_LIFESPAN
                ? Optional.empty()
                : Optional.of("Tokens of API credentials end after " + lifespan + " instead of " + TOKEN_LIFESPAN
                        + " seconds, since the realm's SSO Session Max is shorter; set it to at least 1 hour.");
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(realm.getAttribute(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
