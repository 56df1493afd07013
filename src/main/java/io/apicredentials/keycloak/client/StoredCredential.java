package io.apicredentials.keycloak.client;

import io.apicredentials.access.AccessRules;
import io.apicredentials.access.AccessTerms;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.credential.Expiry;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.notice.ToldNotices;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
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

    /** The content, or empty if anything of it, or the permission set, cannot be read. */
    public Optional<CredentialContent> content() {
        return permissionSet().flatMap(set -> stored().read());
    }

    /** The content as somebody would ask for it; null where nothing is stored, or no permission can be made out. */
    public CredentialContent.Draft draft() {
        return stored().draft();
    }

    private StoredContent stored() {
        return new StoredContent(name, description, attributes);
    }

    /**
     * What decides on its use.
     *
     * @param environment what the realm says that it is
     */
    public AccessRules accessRules(Optional<Environment> environment) {
        return new AccessRules(state(), terms(), environment);
    }

    private Optional<AccessTerms> terms() {
        Optional<IpAllowList> allowedIps = allowedIps();
        Optional<List<KnownSecret>> secrets = secrets()
                .map(KnownSecrets::list)
                .or(() -> awaitsFirstSecret() ? Optional.of(List.of()) : Optional.empty());
        return allowedIps.isEmpty() || secrets.isEmpty() || stored().isExpiryUnreadable()
                ? Optional.empty()
                : Optional.of(new AccessTerms(allowedIps.get(), expiresAt(), secrets.get()));
    }

    /** The link at which a secret of it is picked up. */
    public StoredDelivery delivery() {
        return new StoredDelivery(this);
    }

    /** The last request about it. */
    public StoredApproval approval() {
        return new StoredApproval(this);
    }

    /** Whether its first secret is still to be made: there is none that could be unreadable. */
    public boolean awaitsFirstSecret() {
        return CredentialAttribute.SECRETS.text(attributes) == null
                && (delivery().link().isPresent() || approval().awaitsFirstSecret());
    }

    /** Whether it can be used, as far as that is said by its client. */
    public CredentialState state() {
        return CredentialState.of(enabled, approval().isCreationApproved());
    }

    /** Why no token can be written for it, however it is used; empty when its claims can be read. */
    public Optional<RefusalReason> refusalOfClaims() {
        return permissionSet().isPresent() && permissions().isPresent()
                ? Optional.empty()
                : Optional.of(RefusalReason.UNREADABLE_CREDENTIAL);
    }

    /** What it may do, and from where. */
    public StoredReach reach() {
        return new StoredReach(this);
    }

    Optional<IpAllowList> allowedIps() {
        return CredentialAttribute.ALLOWED_IPS.read(attributes);
    }

    public Optional<KnownSecrets> secrets() {
        return CredentialAttribute.SECRETS.read(attributes);
    }

    /** The first instant at which it cannot be used any more; empty when it has no end, or one that cannot be read. */
    public Optional<Instant> expiresAt() {
        return stored().expiresAt();
    }

    /** Whether its time is over at an instant, be it enabled or not. */
    public boolean hasExpired(Instant at) {
        return Expiry.isOver(expiresAt(), at);
    }

    /** What it comes to at an instant, with what waits for approval. */
    public CredentialStatus status(Instant at) {
        return approval().status(statusInForce(at), at);
    }

    /** What it comes to at an instant, whatever waits for approval. */
    public CredentialStatus statusInForce(Instant at) {
        return CredentialStatus.of(state(), expiresAt(), at);
    }

    public Optional<Permissions> permissions() {
        return CredentialAttribute.PERMISSIONS.read(attributes);
    }

    public Optional<String> permissionSet() {
        return CredentialAttribute.PERMISSION_SET.read(attributes);
    }

    /** What its owner was told, the last of each kind. */
    public ToldNotices toldNotices() {
        return CredentialAttribute.NOTICES.read(attributes).orElse(ToldNotices.NONE);
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
}
