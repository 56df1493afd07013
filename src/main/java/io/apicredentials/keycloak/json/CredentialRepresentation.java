package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.ApiCredential;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.health.Health;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential in answers and admin events; it has no room for a secret.
 *
 * @param refusal the code of the reason for which every use of it is refused at present, whatever the address and the
 *     secret; null when it can be used
 * @param warnings sentences for administrators, null when there is nothing to warn of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialRepresentation(
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
        @Nullable String refusal,
        @Nullable List<String> warnings) {

    private static final String UNREADABLE =
            "What is stored of this credential is not valid, so that it may not be able to"
                    + " authenticate; save it again with PUT or delete it.";
    private static final String UNREADABLE_SECRET =
            "What is stored of the secret of this credential is not valid, so that it cannot authenticate; delete it and"
                    + " create another.";

    public static CredentialRepresentation of(Health.State state) {
        StoredCredential stored = state.credential();
        String refusal = state.refusal().map(RefusalReason::code).orElse(null);
        Optional<ApiCredential> readable = stored.read();
        List<String> warnings = Stream.concat(unreadable(stored, readable).stream(), state.warnings().stream())
                .toList();
        return readable.map(credential -> of(credential, refusal, warnings))
                .orElseGet(() -> unreadable(stored, refusal, warnings));
    }

    /** Whether this is what it holds. What cannot be read differs from every content. */
    public boolean has(CredentialContent content) {
        return content.name().value().equals(name)
                && Objects.equals(description(content), description)
                && content.allowedIps().entries().equals(allowedIps)
                && permissions(content).equals(permissions);
    }

    private static Optional<String> unreadable(StoredCredential stored, Optional<ApiCredential> readable) {
        if (readable.isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        return stored.secretHash().isEmpty() ? Optional.of(UNREADABLE_SECRET) : Optional.empty();
    }

    private static CredentialRepresentation of(
            ApiCredential credential, @Nullable String refusal, List<String> warnings) {
        CredentialContent content = credential.content();
        return new CredentialRepresentation(
                credential.id(),
                credential.clientId(),
                credential.permissionSet(),
                content.name().value(),
                description(content),
                credential.state() == CredentialState.ENABLED,
                content.allowedIps().entries(),
                permissions(content),
                credential.createdBy(),
                text(credential.createdAt()),
                text(credential.updatedAt()),
                refusal,
                warnings.isEmpty() ? null : warnings);
    }

    private static CredentialRepresentation unreadable(
            StoredCredential stored, @Nullable String refusal, List<String> warnings) {
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
                refusal,
                warnings);
    }

    private static @Nullable String description(CredentialContent content) {
        return content.description() == null ? null : content.description().value();
    }

    private static List<PermissionRepresentation> permissions(CredentialContent content) {
        return content.permissions().list().stream()
                .map(PermissionRepresentation::of)
                .toList();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Objects.toString(instant);
    }
}
