package io.apicredentials.keycloak.client;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.credential.Expiry;
import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryText;
import io.apicredentials.keycloak.settings.ParsedTexts;
import io.apicredentials.keycloak.settings.RequestText;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.notice.ToldNotices;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.time.StoredInstant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The table of the client attributes that hold of a credential what Keycloak's own columns do not: their names, which are
 * fixed for good since exports carry them, how each is written and read, and who may change it.
 *
 * @param <T> what the text means
 */
public final class CredentialAttribute<T> {

    /** Who may change an attribute by an edit of the client. */
    public enum Edit {
        /** An administrator, to anything that is valid content of a credential. */
        CONTENT,
        /** Nobody. */
        NEVER,
        /** The server. What an edit says of it is not stored; {@link #UPDATED_AT} tells from which state the edit starts. */
        BY_SERVER
    }

    /** {@link KnownSecrets#encoded()}; it was the hash of the one secret first. */
    public static final CredentialAttribute<KnownSecrets> SECRETS = fixed(
            "api.credential.secret-hash",
            new ParsedTexts<>(KnownSecrets::parse),
            KnownSecrets::encoded,
            "The secret of an API credential cannot be edited.");

    /** {@link DeliveryText#encode}. */
    public static final CredentialAttribute<Delivery> DELIVERY = fixed(
            "api.credential.delivery",
            new ParsedTexts<>(DeliveryText::parse),
            DeliveryText::encode,
            "The link at which the secret of an API credential is picked up cannot be edited.");

    /** The type of the set. */
    public static final CredentialAttribute<String> PERMISSION_SET = fixed(
            "api.credential.permission-set",
            Optional::of,
            Function.identity(),
            "The permission set of an API credential never changes.");

    /** Addresses and ranges, joined by commas. */
    public static final CredentialAttribute<IpAllowList> ALLOWED_IPS =
            content("api.credential.allowed-ips", new ParsedTexts<>(AllowedIpsText::parse), AllowedIpsText::format);

    /** {@code type:action:scope:resource}, joined by spaces. */
    public static final CredentialAttribute<Permissions> PERMISSIONS =
            content("api.credential.permissions", new ParsedTexts<>(Permissions::parse), Permissions::toString);

    /** The team that answers for it. */
    public static final CredentialAttribute<String> OWNER_TEAM = text("api.credential.owner-team");

    /** The e-mail address of its owner. */
    public static final CredentialAttribute<String> OWNER_CONTACT = text("api.credential.owner-contact");

    /** The user id of its owner. */
    public static final CredentialAttribute<String> OWNER_USER = text("api.credential.owner-user");

    /** An ISO-8601 instant in whole seconds. */
    public static final CredentialAttribute<Instant> EXPIRES_AT =
            content("api.credential.expires-at", new ParsedTexts<>(Expiry::parse), Instant::toString);

    /** The user id of the administrator who created it. */
    public static final CredentialAttribute<String> CREATED_BY = fixed(
            "api.credential.created-by",
            Optional::of,
            Function.identity(),
            "Who created an API credential never changes.");

    /** An ISO-8601 UTC instant. */
    public static final CredentialAttribute<Instant> CREATED_AT = fixed(
            "api.credential.created-at",
            StoredInstant::parse,
            Instant::toString,
            "When an API credential was created never changes.");

    /** An ISO-8601 UTC instant. */
    public static final CredentialAttribute<Instant> UPDATED_AT =
            byServer("api.credential.updated-at", StoredInstant::parse, Instant::toString);

    /** {@link ToldNotices#encoded()}. */
    public static final CredentialAttribute<ToldNotices> NOTICES =
            byServer("api.credential.notices", text -> Optional.of(ToldNotices.parse(text)), ToldNotices::encoded);

    /** {@link RequestText#format}: the last request for approval, open or decided. */
    public static final CredentialAttribute<LastRequest> REQUEST = fixed(
            "api.credential.request",
            new ParsedTexts<>(RequestText::parse),
            RequestText::format,
            "A request for approval of an API credential cannot be edited.");

    private static final List<CredentialAttribute<?>> ALL = List.of(
            SECRETS,
            DELIVERY,
            PERMISSION_SET,
            ALLOWED_IPS,
            PERMISSIONS,
            OWNER_TEAM,
            OWNER_CONTACT,
            OWNER_USER,
            EXPIRES_AT,
            CREATED_BY,
            CREATED_AT,
            UPDATED_AT,
            NOTICES,
            REQUEST);

    private final String key;
    private final Function<String, Optional<T>> parser;
    private final Function<T, String> format;
    private final Edit edit;
    private final Optional<String> refusal;

    private CredentialAttribute(
            String key,
            Function<String, Optional<T>> parser,
            Function<T, String> format,
            Edit edit,
            Optional<String> refusal) {
        this.key = key;
        this.parser = parser;
        this.format = format;
        this.edit = edit;
        this.refusal = refusal;
    }

    private static <T> CredentialAttribute<T> fixed(
            String key, Function<String, Optional<T>> parser, Function<T, String> format, String refusal) {
        return new CredentialAttribute<>(key, parser, format, Edit.NEVER, Optional.of(refusal));
    }

    private static <T> CredentialAttribute<T> byServer(
            String key, Function<String, Optional<T>> parser, Function<T, String> format) {
        return new CredentialAttribute<>(key, parser, format, Edit.BY_SERVER, Optional.empty());
    }

    private static CredentialAttribute<String> text(String key) {
        return content(key, Optional::of, Function.identity());
    }

    private static <T> CredentialAttribute<T> content(
            String key, Function<String, Optional<T>> parser, Function<T, String> format) {
        return new CredentialAttribute<>(key, parser, format, Edit.CONTENT, Optional.empty());
    }

    /** Those that an edit may change in this way. */
    public static List<CredentialAttribute<?>> with(Edit edit) {
        return ALL.stream().filter(attribute -> attribute.edit == edit).toList();
    }

    /** The name of the attribute. */
    public String key() {
        return key;
    }

    /** One sentence for those who change what never changes; empty when it may change. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** The text that is stored; null if none is. */
    public @Nullable String text(Map<String, String> attributes) {
        return attributes.get(key);
    }

    /** What is stored; empty when nothing is, or what cannot be read. */
    public Optional<T> read(Map<String, String> attributes) {
        return Optional.ofNullable(text(attributes)).flatMap(parser);
    }

    /** Stores it with a client. */
    public void write(ClientModel client, T value) {
        client.setAttribute(key, format.apply(value));
    }

    /** Stores it with a client, or takes what is stored away. */
    public void write(ClientModel client, Optional<T> value) {
        value.ifPresentOrElse(present -> write(client, present), () -> client.removeAttribute(key));
    }
}
