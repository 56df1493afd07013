package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.Owner;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.permission.PermissionDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a credential as JSON: what can be edited of it.
 *
 * @param allowedIps null, as are the permissions, when what is stored cannot be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentRepresentation(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> allowedIps,
        @Nullable List<PermissionRepresentation> permissions,
        @Nullable OwnerRepresentation owner,
        @Nullable String expiresAt,
        @Nullable Integer tokenLifespan) {

    private static final CredentialContent.Draft NOTHING =
            new CredentialContent.Draft(null, null, null, null, Owner.Draft.NONE, null, null);

    /**
     * Who answers for a credential; null when nobody is known.
     *
     * @param userId the id of a user of the realm
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnerRepresentation(
            @Nullable String team,
            @Nullable String contact,
            @Nullable String userId) {

        static @Nullable OwnerRepresentation of(Owner owner) {
            return owner.equals(Owner.NONE)
                    ? null
                    : new OwnerRepresentation(
                            owner.team().orElse(null),
                            owner.contact().orElse(null),
                            owner.userId().orElse(null));
        }
    }

    /** The content of a credential, valid as it is. */
    public static ContentRepresentation of(CredentialContent content) {
        return new ContentRepresentation(
                content.name().value(),
                content.description() == null ? null : content.description().value(),
                content.allowedIps().entries(),
                content.permissions().list().stream()
                        .map(PermissionRepresentation::of)
                        .toList(),
                OwnerRepresentation.of(content.owner()),
                content.expiresAt().map(Instant::toString).orElse(null),
                content.tokenLifespan().isPresent() ? content.tokenLifespan().getAsInt() : null);
    }

    /** What of the content is text all the same, where not all of it can be read. */
    static ContentRepresentation unreadable(StoredCredential stored) {
        return new ContentRepresentation(stored.name(), stored.description(), null, null, null, null, null);
    }

    /** Reads what a request wants a new credential to be. */
    public static CredentialContent.Draft read(RequestFields fields) {
        return read(fields, NOTHING);
    }

    /**
     * Reads what a request wants a credential to be.
     *
     * @param present what it is: owner, end and lifespan stay as they are where they are left out, since nobody is to make a
     *     credential last longer by not knowing them
     */
    public static CredentialContent.Draft read(RequestFields fields, CredentialContent.Draft present) {
        return new CredentialContent.Draft(
                fields.text("name"),
                fields.text("description"),
                fields.texts("allowedIps"),
                permissions(fields),
                fields.has("owner") ? owner(fields) : present.owner(),
                fields.has("expiresAt") ? fields.text("expiresAt") : present.expiresAt(),
                fields.has("tokenLifespan") ? fields.number("tokenLifespan") : present.tokenLifespan());
    }

    private static Owner.Draft owner(RequestFields fields) {
        RequestFields owner = fields.object("owner");
        if (owner == null) {
            return Owner.Draft.NONE;
        }
        Owner.Draft draft = new Owner.Draft(owner.text("team"), owner.text("contact"), owner.text("userId"));
        owner.refuseUnknown();
        return draft;
    }

    private static @Nullable List<PermissionDraft> permissions(RequestFields fields) {
        List<RequestFields> objects = fields.objects("permissions");
        return objects == null
                ? null
                : objects.stream().map(ContentRepresentation::permission).toList();
    }

    private static PermissionDraft permission(RequestFields fields) {
        PermissionDraft draft = new PermissionDraft(
                fields.text("type"), fields.text("action"), fields.text("scope"), fields.text("resource"));
        fields.refuseUnknown();
        return draft;
    }
}
