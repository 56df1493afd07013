package io.apicredentials.keycloak.settings;

import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.Operation;
import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.secret.Environment;
import io.apicredentials.time.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keycloak.crypto.Algorithm;

/**
 * The table of what an administrator can set for all API credentials of a realm: a realm attribute each, so that realm files
 * and tools that know realms carry them.
 *
 * @param <T> what the text means
 */
public final class RealmSetting<T> {

    private static final String PREFIX = "api.credential.";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final int MAX_DAYS = 3650;
    private static final SettingForm.Count DAYS = new SettingForm.Count(1, MAX_DAYS);

    /** Where secrets are for. */
    public static final RealmSetting<Environment> ENVIRONMENT =
            of("environment", SettingForm.OneOf.of(Environment.values(), Environment::word), "production");

    /** The resource servers that the tokens are for, separated by spaces. */
    public static final RealmSetting<List<String>> AUDIENCE =
            new RealmSetting<>("audience", new SettingForm.Names(), Optional.empty());

    /** For how many seconds a token is valid. */
    public static final RealmSetting<Integer> TOKEN_LIFESPAN =
            of("tokenLifespan", new SettingForm.Count(60, RealmSettings.TOKEN_LIFESPAN), "300");

    /** The JWS algorithm of the tokens of credentials that are created from now on. */
    public static final RealmSetting<String> SIGNATURE_ALGORITHM = of(
            "signatureAlgorithm",
            new SettingForm.OneOf<>(RealmSettings.SIGNATURE_ALGORITHMS, Function.identity()),
            Algorithm.ES256);

    /** Whether tokens have their permissions in the claim {@code scope} too. */
    public static final RealmSetting<Boolean> TOKEN_SCOPE = flag("token.scope", false);

    /** How tokens list their permissions. */
    public static final RealmSetting<PermissionsForm> TOKEN_PERMISSIONS = of(
            "token.permissions",
            SettingForm.OneOf.of(PermissionsForm.values(), PermissionsForm::word),
            PermissionsForm.OBJECTS.word());

    /** What the header of the tokens of credentials that are created from now on says that they are. */
    public static final RealmSetting<TokenType> TOKEN_TYPE =
            of("token.type", SettingForm.OneOf.of(TokenType.values(), TokenType::word), TokenType.JWT.word());

    /** Whether a credential may be used from everywhere. */
    public static final RealmSetting<Boolean> ALL_ADDRESSES_ALLOWED = flag("addresses.allAllowed", false);

    /** How long the prefixes of ranges are at least. */
    public static final RealmSetting<Integer> WIDEST_PREFIX =
            of("addresses.widestPrefix", new SettingForm.Count(0, 32), "16");

    /** Whether each credential has an owner. */
    public static final RealmSetting<Boolean> OWNER_REQUIRED = flag("owner.required", true);

    /** Whether each credential has an end. */
    public static final RealmSetting<Boolean> EXPIRY_REQUIRED = flag("expiry.required", true);

    /** Within how many days it has to be. */
    public static final RealmSetting<Integer> EXPIRY_MAX_DAYS = of("expiry.maxDays", DAYS, "365");

    /** How many days old a secret may be. */
    public static final RealmSetting<Integer> ROTATION_EVERY_DAYS = of("rotation.everyDays", DAYS, "90");

    /** For how long the secret before may go on being accepted. */
    public static final RealmSetting<Duration> ROTATION_MAX_OVERLAP =
            of("rotation.maxOverlap", new SettingForm.Length(Duration.ZERO, RealmPolicy.LONGEST_OVERLAP), "P7D");

    /** After how many days without a use a credential is disabled. Unreadable, it disables none. */
    public static final RealmSetting<Integer> UNUSED_DISABLE_AFTER_DAYS =
            new RealmSetting<>("unused.disableAfterDays", DAYS, Optional.empty());

    /** What waits for approval. Unreadable, it is everything. */
    public static final RealmSetting<List<String>> APPROVAL_OPERATIONS = of(
            "approval.operations",
            new SettingForm.AnyOf(Operation.ofCredentials()),
            String.join(" ", Operation.ofCredentials()));

    /** How many others have to approve. */
    public static final RealmSetting<Integer> APPROVAL_APPROVALS =
            of("approval.approvals", new SettingForm.Count(1, ApprovalRule.MOST_APPROVALS), "1");

    /** After how long a request times out. */
    public static final RealmSetting<Duration> APPROVAL_TIMEOUT = of(
            "approval.timeout",
            new SettingForm.Length(ApprovalRule.SHORTEST_TIMEOUT, ApprovalRule.LONGEST_TIMEOUT),
            Span.format(ApprovalRule.DEFAULT_TIMEOUT));

    /** Whether service accounts may approve. */
    public static final RealmSetting<Boolean> APPROVAL_SERVICE_ACCOUNTS = flag("approval.serviceAccounts", false);

    /** Whether owners are told by mail. */
    public static final RealmSetting<Boolean> NOTICES_EMAIL = flag("notices.email", false);

    /** All of them, in the order in which they are shown. */
    public static final List<RealmSetting<?>> ALL = List.of(
            ENVIRONMENT,
            AUDIENCE,
            TOKEN_LIFESPAN,
            SIGNATURE_ALGORITHM,
            TOKEN_SCOPE,
            TOKEN_PERMISSIONS,
            TOKEN_TYPE,
            ALL_ADDRESSES_ALLOWED,
            WIDEST_PREFIX,
            OWNER_REQUIRED,
            EXPIRY_REQUIRED,
            EXPIRY_MAX_DAYS,
            ROTATION_EVERY_DAYS,
            ROTATION_MAX_OVERLAP,
            UNUSED_DISABLE_AFTER_DAYS,
            APPROVAL_OPERATIONS,
            APPROVAL_APPROVALS,
            APPROVAL_TIMEOUT,
            APPROVAL_SERVICE_ACCOUNTS,
            NOTICES_EMAIL);

    private final String path;
    private final String key;
    private final SettingForm<T> form;
    private final Optional<String> safe;

    /** @param safe what a text that cannot be read is taken for; empty means as if there was none */
    private RealmSetting(String path, SettingForm<T> form, Optional<String> safe) {
        this.path = path;
        this.key = PREFIX
                + CAPITAL.matcher(path)
                        .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
        this.form = form;
        this.safe = safe;
    }

    private static RealmSetting<Boolean> flag(String path, boolean safe) {
        return of(path, new SettingForm.Flag(), Boolean.toString(safe));
    }

    private static <T> RealmSetting<T> of(String path, SettingForm<T> form, String safe) {
        return new RealmSetting<>(path, form, Optional.of(safe));
    }

    /** Where it is in the settings as JSON, such as {@code expiry.maxDays}. */
    public String path() {
        return path;
    }

    /** The name of the realm attribute, such as {@code api.credential.expiry.max-days}. */
    public String key() {
        return key;
    }

    /** What its text has to be. */
    public SettingForm<T> form() {
        return form;
    }

    /** Whether it can be set to a text. */
    public boolean accepts(String text) {
        return form.parse(text).isPresent();
    }

    /**
     * What is set, or the safe value where that cannot be read; empty when nothing is.
     *
     * @param attributes those of a realm
     */
    public Optional<T> read(RealmAttributes attributes) {
        return text(attributes).flatMap(form::parse);
    }

    /** The same as text, in the form in which it is set. */
    public Optional<String> text(RealmAttributes attributes) {
        return stored(attributes).flatMap(text -> accepts(text) ? Optional.of(text) : safe);
    }

    /** One sentence for administrators if what is set cannot be read. */
    Optional<String> warning(RealmAttributes attributes) {
        return stored(attributes)
                .filter(text -> !accepts(text))
                .map(text -> "The realm attribute '" + key + "' is not " + form.description() + "; it is taken as "
                        + safe.map(value -> "'" + value + "'").orElse("not set") + ".");
    }

    private Optional<String> stored(RealmAttributes attributes) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
