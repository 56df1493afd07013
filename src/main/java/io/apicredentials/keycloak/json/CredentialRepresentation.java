package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.apicredentials.access.RefusalReason;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.json.PendingRepresentation.PickUpRepresentation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential in answers and admin events; it has no room for a secret.
 *
 * @param status one word for what it comes to at present, such as {@code expired}
 * @param ownerGone true when the user that owns it is disabled or not there, else null
 * @param secrets newest first; null when what is stored of them cannot be read
 * @param delivery the last link by which a secret of it could be picked up; null when none was made
 * @param pending the request that waits for approval; null when none does
 * @param pickUp null unless an approved secret waits for the user who asked for it
 * @param violations the codes of what of it breaks a demand of the realm; null when nothing does
 * @param refusal the code of the reason for which every use of it is refused at present, whatever the address and the
 *     secret; null when it can be used
 * @param warnings sentences for administrators, null when there is nothing to warn of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialRepresentation(
        String id,
        String clientId,
        @Nullable String permissionSet,
        @JsonUnwrapped ContentRepresentation content,
        boolean enabled,
        String status,
        @Nullable Boolean ownerGone,
        @Nullable String createdBy,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable List<SecretRepresentation> secrets,
        @Nullable DeliveryRepresentation delivery,
        @Nullable PendingRepresentation pending,
        @Nullable PickUpRepresentation pickUp,
        @Nullable String refusal,
        @Nullable List<String> violations,
        @Nullable List<String> warnings) {

    private static final String UNREADABLE =
            "What is stored of this credential is not valid, so that it may not be able to"
                    + " authenticate; save it again with PUT or delete it.";
    private static final String UNREADABLE_SECRET =
            "What is stored of the secret of this credential is not valid, so that it cannot authenticate; delete it and"
                    + " create another.";

    public static CredentialRepresentation of(Health.State state) {
        StoredCredential stored = state.credential();
        Optional<CredentialContent> readable = stored.content();
        List<String> warnings = Stream.concat(unreadable(stored, readable).stream(), state.warnings().stream())
                .toList();
        return new CredentialRepresentation(
                stored.id(),
                stored.clientId(),
                stored.permissionSet().orElse(null),
                readable.map(ContentRepresentation::of).orElseGet(() -> ContentRepresentation.unreadable(stored)),
                stored.enabled(),
                state.status().word(),
                state.ownerGone() ? true : null,
                stored.createdBy(),
                text(stored.createdAt()),
                text(stored.updatedAt()),
                secrets(stored),
                DeliveryRepresentation.of(stored.delivery(), state.at()).orElse(null),
                stored.approval()
                        .open(state.at())
                        .map(PendingRepresentation::of)
                        .orElse(null),
                stored.approval().awaitingPickUp().map(PickUpRepresentation::of).orElse(null),
                state.refusal().map(RefusalReason::code).orElse(null),
                state.violations().isEmpty()
                        ? null
                        : state.violations().stream()
                                .map(violation -> violation.kind().code())
                                .distinct()
                                .toList(),
                warnings.isEmpty() ? null : warnings);
    }

    /** Whether this is what it holds. What cannot be read differs from every content. */
    public boolean has(CredentialContent other) {
        return content.equals(ContentRepresentation.of(other));
    }

    private static @Nullable List<SecretRepresentation> secrets(StoredCredential stored) {
        return stored.secrets()
                .map(secrets -> secrets.list().stream()
                        .map(secret -> SecretRepresentation.of(secret, stored.createdAt()))
                        .toList())
                .orElse(null);
    }

    private static Optional<String> unreadable(StoredCredential stored, Optional<CredentialContent> readable) {
        if (readable.isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        return stored.secrets().isEmpty() && !stored.awaitsFirstSecret()
                ? Optional.of(UNREADABLE_SECRET)
                : Optional.empty();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Objects.toString(instant);
    }
}
