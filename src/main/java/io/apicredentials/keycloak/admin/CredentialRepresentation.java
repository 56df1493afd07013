package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.credential.ApiCredential;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.store.StoredCredential;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential in answers and admin events; it has no room for a secret.
 *
 * @param warnings sentences for administrators, null when there is nothing to warn of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialRepresentation(
        String id,
        String clientId,
        @Nullable String permissionSet,
        @Nullable String name,
        @Nullable String description,
        boolean enabled,
        @Nullable List<String> allowedIps,
        @Nullable List<PermissionRepresentation> permissions,
        @Nullable String createdBy,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable List<String> warnings) {

    private static final String UNREADABLE =
            "What is stored of this credential is not valid, so that it may not be able to"
                    + " authenticate; save it again with PUT or delete it.";
    private static final String UNREADABLE_SECRET =
            "What is stored of the secret of this credential is not valid, so that it cannot authenticate; delete it and"
                    + " create another.";

    /** @param realmWarnings what is wrong with the realm */
    static CredentialRepresentation of(StoredCredential stored, List<String> realmWarnings) {
        List<String> warnings = stored.secretHash().isPresent()
                ? realmWarnings
                : Stream.concat(Stream.of(UNREADABLE_SECRET), realmWarnings.stream())
                        .toList();
        return stored.read().map(credential -> of(credential, warnings)).orElseGet(() -> unreadable(stored));
    }

    private static CredentialRepresentation of(ApiCredential credential, List<String> warnings) {
        CredentialContent content = credential.content();
        return new CredentialRepresentation(
                credential.id(),
                credential.clientId(),
                credential.permissionSet(),
                content.name().value(),
                content.description() == null ? null : content.description().value(),
                credential.enabled(),
                content.allowedIps().entries(),
                content.permissions().list().stream()
                        .map(PermissionRepresentation::of)
                        .toList(),
                credential.createdBy(),
                text(credential.createdAt()),
                text(credential.updatedAt()),
                warnings.isEmpty() ? null : warnings);
    }

    private static CredentialRepresentation unreadable(StoredCredential stored) {
        return new CredentialRepresentation(
                stored.id(),
                stored.clientId(),
                stored.permissionSet().orElse(null),
                stored.name(),
                stored.description(),
                stored.enabled(),
                null,
                null,
                stored.createdBy(),
                text(stored.createdAt()),
                text(stored.updatedAt()),
                List.of(UNREADABLE));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Objects.toString(instant);
    }
}
