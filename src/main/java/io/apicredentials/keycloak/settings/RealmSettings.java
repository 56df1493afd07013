package io.apicredentials.keycloak.settings;

import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.Operation;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.secret.Environment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** What an administrator can set for all API credentials of a realm, as attributes of the realm. */
public record RealmSettings(RealmModel realm) {

    /** The most seconds for which a token of an API credential is valid. */
    public static final int TOKEN_LIFESPAN = CredentialContent.LONGEST_LIFESPAN;

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

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,3}");

    /** The resource servers that the tokens are for: one or more names, separated by spaces; default {@code api}. */
    public List<String> audience() {
        return RealmSetting.AUDIENCE.read(attributes()).orElse(List.of("api"));
    }

    /** The JWS algorithm of tokens; default ES256, which costs a fraction of RS256's processor time. */
    public String signatureAlgorithm() {
        return RealmSetting.SIGNATURE_ALGORITHM.read(attributes()).orElse(Algorithm.ES256);
    }

    /** Whether tokens have their permissions as words in the claim {@code scope} (RFC 8693 4.2), which is the default. */
    public boolean hasScopeClaim() {
        return RealmSetting.TOKEN_SCOPE.read(attributes()).orElse(true);
    }

    /** How tokens list their permissions; as objects by default. */
    public PermissionsForm permissionsForm() {
        return RealmSetting.TOKEN_PERMISSIONS.read(attributes()).orElse(PermissionsForm.OBJECTS);
    }

    /** What the header of tokens says that they are, of credentials created from now on; {@code JWT} by default. */
    public TokenType tokenType() {
        return RealmSetting.TOKEN_TYPE.read(attributes()).orElse(TokenType.JWT);
    }

    /** What the realm says that it is; empty if it says nothing. */
    public Optional<Environment> environment() {
        return RealmSetting.ENVIRONMENT.read(attributes());
    }

    /** What the realm demands of its credentials. */
    public RealmPolicy policy() {
        return policy(attributes());
    }

    /** What a realm with these attributes would demand. */
    public static RealmPolicy policy(RealmAttributes attributes) {
        int widestPrefix = RealmSetting.WIDEST_PREFIX.read(attributes).orElse(0);
        return new RealmPolicy(
                RealmSetting.ENVIRONMENT.read(attributes),
                // The widest range of all needs to be allowed where others are not.
                RealmSetting.ALL_ADDRESSES_ALLOWED.read(attributes).orElse(widestPrefix == 0),
                widestPrefix,
                RealmSetting.OWNER_REQUIRED.read(attributes).orElse(false),
                RealmSetting.EXPIRY_REQUIRED.read(attributes).orElse(false),
                number(RealmSetting.EXPIRY_MAX_DAYS.read(attributes)),
                number(RealmSetting.ROTATION_EVERY_DAYS.read(attributes)),
                RealmSetting.ROTATION_MAX_OVERLAP.read(attributes).orElse(RealmPolicy.LONGEST_OVERLAP));
    }

    /** What nobody does alone in this realm. */
    public ApprovalRule approval() {
        return approval(attributes());
    }

    /** What nobody would do alone in a realm with these attributes. */
    public static ApprovalRule approval(RealmAttributes attributes) {
        Set<Operation> operations = RealmSetting.APPROVAL_OPERATIONS.read(attributes).stream()
                .flatMap(List::stream)
                .flatMap(word -> Operation.find(word).stream())
                .collect(Collectors.toSet());
        return new ApprovalRule(
                operations,
                RealmSetting.APPROVAL_APPROVALS.read(attributes).orElse(1),
                RealmSetting.APPROVAL_TIMEOUT.read(attributes).orElse(ApprovalRule.DEFAULT_TIMEOUT),
                RealmSetting.APPROVAL_SERVICE_ACCOUNTS.read(attributes).orElse(false));
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** The attributes of the realm. */
    public RealmAttributes attributes() {
        return realm::getAttribute;
    }

    /** What may be granted in this realm. */
    public PermissionCatalogue catalogue() {
        return new RealmCatalogue(realm).present();
    }

    /** What administrators should know, each a sentence. */
    public List<String> warnings() {
        Stream<Optional<String>> ofParts = Stream.of(
                new ClientFlow(realm).obstacle(),
                CredentialScope.warning(realm),
                new RealmCatalogue(realm).warning(),
                lifespanWarning());
        Stream<Optional<String>> ofSettings = RealmSetting.ALL.stream().map(setting -> setting.warning(attributes()));
        return Stream.concat(
                        Stream.concat(ofParts, ofSettings).flatMap(Optional::stream),
                        new UnknownAttributes(realm).warnings())
                .toList();
    }

    /** Whether a text is a number of seconds that tokens of one credential may be valid for. */
    public static boolean isLifespan(@Nullable String text) {
        return text != null && SECONDS.matcher(text).matches() && Integer.parseInt(text) <= TOKEN_LIFESPAN;
    }

    /**
     * For how many seconds a token of this credential is valid: what the realm has set, {@value #TOKEN_LIFESPAN} by
     * default, or less where the client or the realm's SSO Session Max says so.
     */
    public int lifespan(ClientModel client) {
        String ofClient = client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN);
        return isLifespan(ofClient) ? Math.min(lifespan(), Integer.parseInt(ofClient)) : lifespan();
    }

    /** For how many seconds a token of any credential of the realm is valid at most. Keycloak takes an SSO Session Max of 0 for none. */
    public int lifespan() {
        int sessionMax = realm.getSsoSessionMaxLifespan();
        return sessionMax > 0 ? Math.min(wantedLifespan(), sessionMax) : wantedLifespan();
    }

    private int wantedLifespan() {
        return RealmSetting.TOKEN_LIFESPAN.read(attributes()).orElse(TOKEN_LIFESPAN);
    }

    private Optional<String> lifespanWarning() {
        int lifespan = lifespan();
        int wanted = wantedLifespan();
        return lifespan == wanted
                ? Optional.empty()
                : Optional.of("Tokens of API credentials end after " + lifespan + " instead of " + wanted
                        + " seconds, since the realm's SSO Session Max is shorter; set it to at least "
                        + (wanted == TOKEN_LIFESPAN ? "1 hour" : wanted + " seconds") + ".");
    }
}
