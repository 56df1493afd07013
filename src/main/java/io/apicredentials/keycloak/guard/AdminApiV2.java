package io.apicredentials.keycloak.guard;

import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * What the admin API v2 may not do that other ways of editing may. Its clients have no attributes, so that an edit does not
 * say from which state it starts: one that was read before a credential was disabled would enable it again.
 */
final class AdminApiV2 {

    static final String NOT_ENABLED =
            "The admin API v2 does not enable an API credential, since its edits do not say from"
                    + " which state they start; enable it through the resource 'api-credentials'.";

    /** Below the path of the server, if it has one. */
    private static final String PATH = "/admin/api/";

    private AdminApiV2() {}

    /** What is wrong with an edit; nothing if it came in another way. */
    static Optional<String> problem(
            KeycloakSession session, Optional<StoredCredential> before, StoredCredential after) {
        boolean isRightFromAnyState = before.map(
                        stored -> stored.state().mayBecome(after.state(), CredentialState.Change.FROM_ANY_STATE))
                .orElse(true);
        return isRightFromAnyState || !isUsed(session) ? Optional.empty() : Optional.of(NOT_ENABLED);
    }

    private static boolean isUsed(KeycloakSession session) {
        try {
            return session.getContext().getUri().getPath().contains(PATH);
        } catch (ContextNotActiveException noRequest) {
            return false;
        }
    }
}
