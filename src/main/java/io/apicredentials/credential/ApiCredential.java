package io.apicredentials.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API credential: what is handed to a machine that calls the company's API.
 *
 * @param id Keycloak's internal id of the client
 * @param clientId the OAuth 2.0 client ID
 * @param permissionSet the type of its permission set, which never changes
 * @param createdBy the user id of the administrator who created it; it and the instants are null when the credential was
 *     not made through the admin REST resource
 */
public record ApiCredential(
        String id,
        String clientId,
        String permissionSet,
        CredentialContent content,
        CredentialState state,
        @Nullable String createdBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
