package io.apicredentials.keycloak.client;

import io.apicredentials.access.AccessRules;
import io.apicredentials.access.KnownSecret;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.credential.CredentialText;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * A credential as it is stored, before it is known whether it can be read: imports and Keycloak's own ways of editing a
 * client may have left anything in it. Whatever cannot be read is empty and refuses.
 */
public record StoredCredential(
        String id,
        String clientId,
        @Nullable String name,
        @Nullable String description,
        boolean enabled,
        int notBefore,
        Map<String, String> attributes) {

    /** Keycloak's own forms store an empty description for none. */
    public StoredCredential {
        description = "".equals(description) ? null : description;
    }

    /** Whether a client is an API credential. */
    public static boolean isApiCredential(ClientModel client) {
        return ClientFlow.AUTHENTICATOR.equals(client.getClientAuthenticatorType());
    }

    /**
     * True for what is or was an API credential: edits through Keycloak itself may have switched its authenticator,
     * and nothing may open to it by that.
     */
    public static boolean isOrWasApiCredential(ClientModel client) {
        return isOrWasApiCredential(
                client.getClientAuthenticatorType(), client.getAttribute(CredentialAttribute.PERMISSION_SET.key()));
    }

    /** The same for a client that was read in another way. */
    static boolean isOrWasApiCredential(@Nullable String authenticator, @Nullable String permissionSet) {
        return ClientFlow.AUTHENTICATOR.equals(authenticator) || permissionSet != null;
    }

    /** Reads a client that is an API credential. */
    public static StoredCredential of(ClientModel client) {
        return new StoredCredential(
                client.getId(),
                client.getClientId(),
                client.getName(),
                client.getDescription(),
                client.isEnabled(),
                client.getNotBefore(),
                client.getAttributes());
    }

    /** Stores the content of a credential with its client. */
    static void write(ClientModel client, CredentialContent content) {
        client.setName(content.name().value());
        client.setDescription(
                content.description() == null ? null : content.description().value());
        CredentialAttribute.ALLOWED_IPS.write(client, content.allowedIps());
        CredentialAttribute.PERMISSIONS.write(client, content.permissions());
    }

    /** The content, or empty if anything of it, or the permission set, cannot be read. */
    public Optional<CredentialContent> content() {
        Optional<CredentialText> readName = text(name);
        Optional<CredentialText> readDescription = text(description);
        Optional<IpAllowList> allowedIps = allowedIps();
        Optional<Permissions> permissions = permissions();
        boolean descriptionIsWrong = description != null && readDescription.isEmpty();
        if (readName.isEmpty()
                || descriptionIsWrong
                || allowedIps.isEmpty()
                || permissions.isEmpty()
                || permissionSet().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CredentialContent(
                readName.get(), readDescription.orElse(null), allowedIps.get(), permissions.get()));
    }

    /** The content as somebody would ask for it; null where nothing is stored, or no permission can be made out. */
    public CredentialContent.Draft draft() {
        String entries = CredentialAttribute.ALLOWED_IPS.text(attributes);
        String permissions = CredentialAttribute.PERMISSIONS.text(attributes);
        return new CredentialContent.Draft(
                name,
                description,
                entries == null ? null : CredentialAttribute.entries(entries),
                permissions == null ? null : drafts(permissions));
    }

    private static @Nullable List<PermissionDraft> drafts(String permissions) {
        if (Permissions.unreadablePart(permissions).isPresent()) {
            return null;
        }
        return Permissions.parts(permissions)
                .map(part -> PermissionDraft.of(Permission.parse(part).orElseThrow()))
                .toList();
    }

    /** What decides on its use. */
    public AccessRules accessRules() {
        return new AccessRules(state(), allowedIps(), knownSecrets());
    }

    /** Whether it can be used, as far as that is said by its client. */
    public CredentialState state() {
        return CredentialState.of(enabled);
    }

    /** Why no token can be written for it, however it is used; empty when its claims can be read. */
    public Optional<RefusalReason> refusalOfClaims() {
        return permissionSet().isPresent() && permissions().isPresent()
                ? Optional.empty()
                : Optional.of(RefusalReason.UNREADABLE_CREDENTIAL);
    }

    private List<KnownSecret> knownSecrets() {
        return secretHash().map(hash -> new KnownSecret(hash, Optional.empty())).stream()
                .toList();
    }

    private Optional<IpAllowList> allowedIps() {
        return CredentialAttribute.ALLOWED_IPS.read(attributes);
    }

    public Optional<SecretHash> secretHash() {
        return CredentialAttribute.SECRET_HASH.read(attributes);
    }

    public Optional<Permissions> permissions() {
        return CredentialAttribute.PERMISSIONS.read(attributes);
    }

    public Optional<String> permissionSet() {
        return CredentialAttribute.PERMISSION_SET.read(attributes);
    }

    /** The user id of who created it, or null if that was never noted. */
    public @Nullable String createdBy() {
        return CredentialAttribute.CREATED_BY.text(attributes);
    }

    /** The creation, or null if it was never noted. */
    public @Nullable Instant createdAt() {
        return CredentialAttribute.CREATED_AT.read(attributes).orElse(null);
    }

    /** The last change, or null if it was never noted. */
    public @Nullable Instant updatedAt() {
        return CredentialAttribute.UPDATED_AT.read(attributes).orElse(null);
    }

    private static Optional<CredentialText> text(@Nullable String stored) {
        return Optional.ofNullable(stored).flatMap(text -> CredentialText.parse(text, problem -> {}));
    }
}
