package io.apicredentials.keycloak.client;

import io.apicredentials.access.AccessRules;
import io.apicredentials.access.KnownSecret;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.ApiCredential;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.credential.CredentialText;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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

    /** The last year of RFC 3339; what is later was not noted by us, and could not be counted on from. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

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
                client.getClientAuthenticatorType(), client.getAttribute(CredentialAttribute.PERMISSION_SET));
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

    /** What decides on its use. */
    public AccessRules accessRules() {
        return new AccessRules(state(), allowedIps(), knownSecrets());
    }

    /** Whether it can be used, as far as that is said by its client. */
    public CredentialState state() {
        return CredentialState.of(enabled);
    }

    private List<KnownSecret> knownSecrets() {
        return secretHash().map(hash -> new KnownSecret(hash, Optional.empty())).stream()
                .toList();
    }

    /** Why no token can be written for it, however it is used; empty when its claims can be read. */
    public Optional<RefusalReason> refusalOfClaims() {
        return permissionSet().isPresent() && permissions().isPresent()
                ? Optional.empty()
                : Optional.of(RefusalReason.UNREADABLE_CREDENTIAL);
    }

    public Optional<SecretHash> secretHash() {
        return attribute(CredentialAttribute.SECRET_HASH).flatMap(SecretHash::parse);
    }

    public Optional<Permissions> permissions() {
        return attribute(CredentialAttribute.PERMISSIONS).flatMap(Permissions::parse);
    }

    public Optional<String> permissionSet() {
        return attribute(CredentialAttribute.PERMISSION_SET);
    }

    /** The credential, or empty if anything of its content cannot be read. */
    public Optional<ApiCredential> read() {
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
        return Optional.of(new ApiCredential(
                id,
                clientId,
                permissionSet().get(),
                new CredentialContent(
                        readName.get(), readDescription.orElse(null), allowedIps.get(), permissions.get()),
                state(),
                createdBy(),
                createdAt(),
                updatedAt()));
    }

    /** The user id of who created it, or null if that was never noted. */
    public @Nullable String createdBy() {
        return attributes.get(CredentialAttribute.CREATED_BY);
    }

    /** The creation, or null if it was never noted. */
    public @Nullable Instant createdAt() {
        return instant(CredentialAttribute.CREATED_AT);
    }

    /** The last change, or null if it was never noted. */
    public @Nullable Instant updatedAt() {
        return instant(CredentialAttribute.UPDATED_AT);
    }

    /** The stored entries of the allow-list, readable or not; null when there are none. */
    public @Nullable List<String> allowedIpEntries() {
        return attribute(CredentialAttribute.ALLOWED_IPS)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(null);
    }

    private Optional<IpAllowList> allowedIps() {
        return Optional.ofNullable(allowedIpEntries()).flatMap(entries -> IpAllowList.parse(entries, problem -> {}));
    }

    private Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    private static Optional<CredentialText> text(@Nullable String stored) {
        return Optional.ofNullable(stored).flatMap(text -> CredentialText.parse(text, problem -> {}));
    }

    private @Nullable Instant instant(String attribute) {
        try {
            return attribute(attribute)
                    .map(Instant::parse)
                    .filter(instant -> !instant.isAfter(END_OF_TIME))
                    .orElse(null);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
