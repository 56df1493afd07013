package io.apicredentials.access;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a credential decides on its use.
 *
 * @param allowedIps empty when what is stored cannot be read
 * @param secrets empty when what is stored cannot be read
 */
public record AccessRules(CredentialState state, Optional<IpAllowList> allowedIps, List<KnownSecret> secrets) {

    private static final Set<AccessCheck> BEFORE_THE_SECRET =
            Collections.unmodifiableSet(EnumSet.range(AccessCheck.PURPOSE, AccessCheck.ADDRESS));

    /**
     * What one check says of a use.
     *
     * @param refusal why it refuses the use; empty when it does not
     */
    public record Explanation(AccessCheck check, Optional<RefusalReason> refusal) {}

    public AccessRules {
        secrets = List.copyOf(secrets);
    }

    /** Decides on one use: the first check that refuses it says why. */
    public AccessDecision decide(AccessAttempt attempt) {
        for (AccessCheck check : BEFORE_THE_SECRET) {
            Optional<RefusalReason> refusal = refusal(check, attempt);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        Optional<KnownSecret> secret = secretOf(attempt);
        return secretRefusal(attempt, secret)
                .<AccessDecision>map(Refused::new)
                .orElseGet(() -> new Admitted(secret.orElseThrow()));
    }

    /** What each check says of one use, in their order; the first that refuses it is the decision. */
    public List<Explanation> explain(AccessAttempt attempt) {
        return Stream.of(AccessCheck.values())
                .map(check -> new Explanation(check, refusal(check, attempt)))
                .toList();
    }

    /** Why every use is refused, whatever the address and the secret; empty when those decide. */
    public Optional<RefusalReason> standingRefusal() {
        return stateRefusal().or(this::contentRefusal);
    }

    private Optional<RefusalReason> refusal(AccessCheck check, AccessAttempt attempt) {
        return switch (check) {
            case PURPOSE -> refusalUnless(attempt.purposeAllowed(), RefusalReason.GRANT_NOT_ALLOWED);
            case STATE -> stateRefusal();
            case CONTENT -> contentRefusal();
            case ADDRESS -> addressRefusal(attempt.peer());
            case SECRET -> secretRefusal(attempt, secretOf(attempt));
        };
    }

    private Optional<RefusalReason> stateRefusal() {
        return refusalUnless(state == CredentialState.ENABLED, RefusalReason.DISABLED);
    }

    private Optional<RefusalReason> contentRefusal() {
        return refusalUnless(allowedIps.isPresent() && !secrets.isEmpty(), RefusalReason.UNREADABLE_CREDENTIAL);
    }

    private Optional<RefusalReason> addressRefusal(Optional<PeerAddress> peer) {
        if (peer.isEmpty()) {
            return Optional.of(RefusalReason.ADDRESS_UNKNOWN);
        }
        boolean isListed = allowedIps.isPresent() && allowedIps.get().permits(peer.get());
        return refusalUnless(isListed, RefusalReason.ADDRESS_NOT_ALLOWED);
    }

    private static Optional<RefusalReason> secretRefusal(AccessAttempt attempt, Optional<KnownSecret> secret) {
        return attempt.secret() instanceof PresentedSecret.Ambiguous
                ? Optional.of(RefusalReason.AMBIGUOUS_AUTHENTICATION)
                : refusalUnless(secret.isPresent(), RefusalReason.UNKNOWN_SECRET);
    }

    /** The secret of the credential that was presented, if it is in force. */
    private Optional<KnownSecret> secretOf(AccessAttempt attempt) {
        return attempt.secret() instanceof PresentedSecret.Present presented
                ? secrets.stream()
                        .filter(known -> known.accepts(presented.secret(), attempt.at()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<RefusalReason> refusalUnless(boolean holds, RefusalReason reason) {
        return holds ? Optional.empty() : Optional.of(reason);
    }
}
