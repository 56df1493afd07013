package io.apicredentials.keycloak.client;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialText;
import io.apicredentials.credential.Owner;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.Permissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** The content of a credential as its client stores it, readable or not. */
record StoredContent(@Nullable String name, @Nullable String description, Map<String, String> attributes) {

    private static final String LIFESPAN = OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN;

    /** The names of all that content is read from. */
    static List<String> attributeNames() {
        return Stream.concat(
                        CredentialAttribute.with(CredentialAttribute.Edit.CONTENT).stream()
                                .map(CredentialAttribute::key),
                        Stream.of(LIFESPAN))
                .toList();
    }

    /** Stores the content of a credential with its client. */
    static void write(ClientModel client, CredentialContent content) {
        client.setName(content.name().value());
        client.setDescription(
                content.description() == null ? null : content.description().value());
        CredentialAttribute.ALLOWED_IPS.write(client, content.allowedIps());
        CredentialAttribute.PERMISSIONS.write(client, content.permissions());
        CredentialAttribute.OWNER_TEAM.write(client, content.owner().team());
        CredentialAttribute.OWNER_CONTACT.write(client, content.owner().contact());
        CredentialAttribute.OWNER_USER.write(client, content.owner().userId());
        CredentialAttribute.EXPIRES_AT.write(client, content.expiresAt());
        client.setAttribute(LIFESPAN, Integer.toString(content.tokenLifespan().orElse(RealmSettings.TOKEN_LIFESPAN)));
    }

    /** The content, or empty if anything of it cannot be read. */
    Optional<CredentialContent> read() {
        Optional<CredentialText> readName = text(name);
        Optional<CredentialText> readDescription = text(description);
        Optional<IpAllowList> allowedIps = CredentialAttribute.ALLOWED_IPS.read(attributes);
        Optional<Permissions> permissions = CredentialAttribute.PERMISSIONS.read(attributes);
        Optional<Owner> owner = owner().check(problem -> {});
        boolean descriptionIsWrong = description != null && readDescription.isEmpty();
        if (readName.isEmpty()
                || descriptionIsWrong
                || allowedIps.isEmpty()
                || permissions.isEmpty()
                || owner.isEmpty()
                || isExpiryUnreadable()) {
            return Optional.empty();
        }
        return Optional.of(new CredentialContent(
                readName.get(),
                readDescription.orElse(null),
                allowedIps.get(),
                permissions.get(),
                owner.get(),
                expiresAt(),
                tokenLifespan()));
    }

    /** The content as somebody would ask for it; null where nothing is stored, or no permission can be made out. */
    CredentialContent.Draft draft() {
        String entries = CredentialAttribute.ALLOWED_IPS.text(attributes);
        String permissions = CredentialAttribute.PERMISSIONS.text(attributes);
        return new CredentialContent.Draft(
                name,
                description,
                entries == null ? null : AllowedIpsText.entries(entries),
                permissions == null ? null : drafts(permissions),
                owner(),
                CredentialAttribute.EXPIRES_AT.text(attributes),
                tokenLifespan().isPresent() ? tokenLifespan().getAsInt() : null);
    }

    private static @Nullable List<PermissionDraft> drafts(String permissions) {
        if (Permissions.unreadablePart(permissions).isPresent()) {
            return null;
        }
        return Permissions.parts(permissions)
                .map(part -> PermissionDraft.of(Permission.parse(part).orElseThrow()))
                .toList();
    }

    private Owner.Draft owner() {
        return new Owner.Draft(
                CredentialAttribute.OWNER_TEAM.text(attributes),
                CredentialAttribute.OWNER_CONTACT.text(attributes),
                CredentialAttribute.OWNER_USER.text(attributes));
    }

    /** The first instant at which it cannot be used any more; empty when it has no end, or one that cannot be read. */
    Optional<Instant> expiresAt() {
        return CredentialAttribute.EXPIRES_AT.read(attributes);
    }

    /** Whether there is an end, and nobody knows which. */
    boolean isExpiryUnreadable() {
        return CredentialAttribute.EXPIRES_AT.text(attributes) != null
                && expiresAt().isEmpty();
    }

    /** For how many seconds its tokens are valid, if that was shortened. */
    private OptionalInt tokenLifespan() {
        String stored = attributes.get(LIFESPAN);
        return RealmSettings.isLifespan(stored) && Integer.parseInt(stored) < RealmSettings.TOKEN_LIFESPAN
                ? OptionalInt.of(Integer.parseInt(stored))
                : OptionalInt.empty();
    }

    private static Optional<CredentialText> text(@Nullable String stored) {
        return Optional.ofNullable(stored).flatMap(text -> CredentialText.parse(text, problem -> {}));
    }
}
