package io.apicredentials.access;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a credential decides on its use.
 *
 * @param allowedIps empty when what is stored cannot be read
 * @param secrets empty when what is stored cannot be read
 */
public record AccessRules(CredentialState state, Optional<IpAllowList> allowedIps, List<KnownSecret> secrets) {

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
        for (AccessCheck check : AccessCheck.values()) {
            Optional<RefusalReason> refusal = check.refusal(this, attempt);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        return new Admitted(secretOf(attempt).orElseThrow());
    }

    /** What each check says of one use, in their order; the first that refuses it is the decision. */
    public List<Explanation> explain(AccessAttempt attempt) {
        return Stream.of(AccessCheck.values())
                .map(check -> new Explanation(check, check.refusal(this, attempt)))
                .toList();
    }

    /** Why every use is refused, whatever the address and the secret; empty when those decide. */
    public Optional<RefusalReason> standingRefusal() {
        return AccessCheck.ofState(this).or(() -> AccessCheck.ofContent(this));
    }

    /** The secret of the credential that was presented, if it is in force. */
    Optional<KnownSecret> secretOf(AccessAttempt attempt) {
        return attempt.secret() instanceof PresentedSecret.Present presented
                ? secrets.stream()
                        .filter(known -> known.accepts(presented.secret(), attempt.at()))
                        .findFirst()
                : Optional.empty();
    }
}
