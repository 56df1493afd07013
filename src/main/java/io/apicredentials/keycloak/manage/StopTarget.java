package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.client.IssuedTokens;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential that an emergency stop has something to do about.
 *
 * @param isEnabled whether it is to be disabled
 * @param hasTokens whether it is disabled already, and the tokens issued before are to be ended, as there may be some
 * @param request the open request that would bring it into force when others approve it, and is to be withdrawn
 */
public record StopTarget(
        String id,
        String clientId,
        @Nullable String name,
        boolean isEnabled,
        boolean hasTokens,
        Optional<LastRequest> request) {

    private static final Set<Operation> BRINGING_INTO_FORCE = Set.of(Operation.CREATE, Operation.ENABLE);

    /** All of them in a realm, by name: what a stop would do something about. */
    public static List<StopTarget> find(ManageContext context, StopFilter filter, boolean revokesTokens) {
        Instant now = context.now();
        List<StopTarget> targets = new ArrayList<>();
        filter.forEach(
                new CredentialQuery(context.session(), context.realm()),
                credential -> of(credential, now, revokesTokens).ifPresent(targets::add));
        return targets;
    }

    /** What is to be done about a credential; empty when nothing is. */
    static Optional<StopTarget> of(StoredCredential credential, Instant now, boolean revokesTokens) {
        // Most have none, and of very many that are looked at once no text is kept in memory.
        Optional<LastRequest> request = credential
                .approval()
                .lastOfMany()
                .filter(last -> last.isOpen(now)
                        && BRINGING_INTO_FORCE.contains(last.request().operation()));
        StopTarget target = new StopTarget(
                credential.id(),
                credential.clientId(),
                credential.name(),
                credential.enabled(),
                revokesTokens && !credential.enabled() && new IssuedTokens(credential).mayBeLeft(now),
                request);
        return target.isAny() ? Optional.of(target) : Optional.empty();
    }

    private boolean isAny() {
        return isEnabled || hasTokens || request.isPresent();
    }

    /** Whether nothing else is to be done about it than to end its tokens. */
    boolean isForTokensAlone() {
        return hasTokens && request.isEmpty();
    }
}
