package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.permission.PermissionDraft;
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
        @Nullable List<PermissionRepresentation> permissions) {

    /** The content of a credential, valid as it is. */
    public static ContentRepresentation of(CredentialContent content) {
        return new ContentRepresentation(
                content.name().value(),
                content.description() == null ? null : content.description().value(),
                content.allowedIps().entries(),
                content.permissions().list().stream()
                        .map(PermissionRepresentation::of)
                        .toList());
    }

    /** What of the content is text all the same, where not all of it can be read. */
    static ContentRepresentation unreadable(StoredCredential stored) {
        return new ContentRepresentation(stored.name(), stored.description(), null, null);
    }

    /** Reads what a request wants a credential to be. */
    public static CredentialContent.Draft read(RequestFields fields) {
        return new CredentialContent.Draft(
                fields.text("name"), fields.text("description"), fields.texts("allowedIps"), permissions(fields));
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
