package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential that an emergency stop has something to do about.
 *
 * @param isEnabled whether it is to be disabled
 * @param request the open request that would bring it into force when others approve it, and is to be withdrawn
 */
public record StopTarget(
        String id, String clientId, @Nullable String name, boolean isEnabled, Optional<LastRequest> request) {

    private static final Set<Operation> BRINGING_INTO_FORCE = Set.of(Operation.CREATE, Operation.ENABLE);

    /** What is to be done about a credential; empty when nothing is. */
    static Optional<StopTarget> of(StoredCredential credential, Instant now) {
        // Most have none, and of very many that are looked at once no text is kept in memory.
        Optional<LastRequest> request = credential
                .approval()
                .lastOfMany()
                .filter(last -> last.isOpen(now)
                        && BRINGING_INTO_FORCE.contains(last.request().operation()));
        return credential.enabled() || request.isPresent()
                ? Optional.of(new StopTarget(
                        credential.id(), credential.clientId(), credential.name(), credential.enabled(), request))
                : Optional.empty();
    }
}
