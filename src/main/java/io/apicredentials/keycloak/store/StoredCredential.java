package io.apicredentials.keycloak.store;

import io.apicredentials.credential.AccessRules;
import io.apicredentials.credential.ApiCredential;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialText;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
        Map<String, String> attributes) {

    public static boolean isApiCredential(ClientModel client) {
        return CredentialAttribute.AUTHENTICATOR.equals(client.getClientAuthenticatorType());
    }

    /**
     * True for what is or was an API credential: edits through Keycloak's own doors may have switched its authenticator,
     * and nothing may open to it by that.
     */
    public static boolean bearsTheMark(ClientModel client) {
        return isApiCredential(client) || client.getAttribute(CredentialAttribute.PERMISSION_SET) != null;
    }

    /** Reads a client that is an API credential. */
    public static StoredCredential of(ClientModel client) {
        return new StoredCredential(
                client.getId(),
                client.getClientId(),
                client.getName(),
                client.getDescription(),
                client.isEnabled(),
                client.getAttributes());
    }

    /** What decides on its use. */
    public AccessRules accessRules() {
        return new AccessRules(
                enabled,
                allowedIps(),
                attribute(CredentialAttribute.SECRET_HASH).flatMap(SecretHash::parse));
    }

    public Optional<Permissions> permissions() {
        return attribute(CredentialAttribute.PERMISSIONS).flatMap(Permissions::parse);
    }

    public Optional<String> permissionSet() {
        return attribute(CredentialAttribute.PERMISSION_SET);
    }

    /** The credential, or empty if anything in it cannot be read. */
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
                enabled,
                attributes.get(CredentialAttribute.CREATED_BY),
                instant(CredentialAttribute.CREATED_AT),
                instant(CredentialAttribute.UPDATED_AT)));
    }

    private Optional<IpAllowList> allowedIps() {
        return attribute(CredentialAttribute.ALLOWED_IPS)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .flatMap(entries -> IpAllowList.parse(entries, (place, problem) -> {}));
    }

    private Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    private static Optional<CredentialText> text(@Nullable String stored) {
        return Optional.ofNullable(stored).flatMap(text -> CredentialText.parse(text, problem -> {}));
    }

    private @Nullable Instant instant(String attribute) {
        try {
            return attribute(attribute).map(Instant::parse).orElse(null);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
