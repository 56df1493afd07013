package io.apicredentials.access;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.credential.Expiry;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a credential and its realm decides on its use.
 *
 * @param terms empty when what is stored cannot be read
 * @param environment what the realm says that it is; empty if it says nothing
 */
public record AccessRules(CredentialState state, Optional<AccessTerms> terms, Optional<Environment> environment) {

    private static final Set<AccessCheck> BEFORE_THE_SECRET =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(AccessCheck.SECRET)));

    /**
     * What one check says of a use.
     *
     * @param refusal why it refuses the use; empty when it does not
     */
    public record Explanation(AccessCheck check, Optional<RefusalReason> refusal) {}

    /** Decides on one use: the first check that refuses it says why. */
    public AccessDecision decide(AccessAttempt attempt) {
        for (AccessCheck check : BEFORE_THE_SECRET) {
            Optional<RefusalReason> refusal = refusal(check, attempt);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        Optional<KnownSecret> secret = recognised(attempt);
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

    /** The same for a use by one of the secrets of the credential that are in force, whichever would be admitted. */
    public List<Explanation> explainWithoutSecret(Optional<PeerAddress> peer, Instant at) {
        AccessAttempt attempt = new AccessAttempt(true, peer, new PresentedSecret.Missing(), at);
        return BEFORE_THE_SECRET.stream()
                .map(check -> new Explanation(
                        check,
                        check == AccessCheck.ENVIRONMENT && contentRefusal().isEmpty()
                                ? environmentRefusalOfEachSecret(at)
                                : refusal(check, attempt)))
                .toList();
    }

    /** Why every use is refused, whatever the address and the secret; empty when those decide. */
    public Optional<RefusalReason> standingRefusal(Instant at) {
        return stateRefusal()
                .or(() -> expiryRefusal(at))
                .or(this::contentRefusal)
                .or(() -> environmentRefusalOfEachSecret(at));
    }

    /** None of the secrets that are in force is of the realm's environment. */
    private Optional<RefusalReason> environmentRefusalOfEachSecret(Instant at) {
        boolean isAnyGood = terms.stream()
                .flatMap(known -> known.secrets().stream())
                .filter(secret -> secret.isInForce(at))
                .anyMatch(secret -> !Environment.differ(environment, secret.environment()));
        return refusalUnless(isAnyGood, RefusalReason.WRONG_ENVIRONMENT);
    }

    private Optional<RefusalReason> refusal(AccessCheck check, AccessAttempt attempt) {
        return switch (check) {
            case PURPOSE -> refusalUnless(attempt.purposeAllowed(), RefusalReason.GRANT_NOT_ALLOWED);
            case STATE -> stateRefusal();
            case EXPIRY -> expiryRefusal(attempt.at());
            case CONTENT -> contentRefusal();
            case ADDRESS -> addressRefusal(attempt.peer());
            case ENVIRONMENT -> refusalUnless(!isOfOtherEnvironment(attempt.secret()), RefusalReason.WRONG_ENVIRONMENT);
            case SECRET -> secretRefusal(attempt, recognised(attempt));
        };
    }

    private Optional<RefusalReason> stateRefusal() {
        return refusalUnless(
                state == CredentialState.ENABLED,
                state == CredentialState.UNAPPROVED ? RefusalReason.NOT_APPROVED : RefusalReason.DISABLED);
    }

    private Optional<RefusalReason> expiryRefusal(Instant at) {
        boolean hasExpired = Expiry.isOver(terms.flatMap(AccessTerms::expiresAt), at);
        return refusalUnless(!hasExpired, RefusalReason.EXPIRED);
    }

    private Optional<RefusalReason> contentRefusal() {
        return terms.isEmpty()
                ? Optional.of(RefusalReason.UNREADABLE_CREDENTIAL)
                : refusalUnless(!terms.get().secrets().isEmpty(), RefusalReason.NO_SECRET);
    }

    private Optional<RefusalReason> addressRefusal(Optional<PeerAddress> peer) {
        if (peer.isEmpty()) {
            return Optional.of(RefusalReason.ADDRESS_UNKNOWN);
        }
        boolean isListed = terms.isPresent() && terms.get().allowedIps().permits(peer.get());
        return refusalUnless(isListed, RefusalReason.ADDRESS_NOT_ALLOWED);
    }

    private Optional<RefusalReason> secretRefusal(AccessAttempt attempt, Optional<KnownSecret> secret) {
        if (attempt.secret() instanceof PresentedSecret.Ambiguous) {
            return Optional.of(RefusalReason.AMBIGUOUS_AUTHENTICATION);
        }
        return secret.isEmpty()
                ? Optional.of(RefusalReason.UNKNOWN_SECRET)
                : refusalUnless(secret.get().isInForce(attempt.at()), RefusalReason.SECRET_EXPIRED);
    }

    /** A secret that was made where no environment was set is good in each. */
    private boolean isOfOtherEnvironment(PresentedSecret secret) {
        return secret instanceof PresentedSecret.Present presented
                && Environment.differ(environment, presented.secret().environment());
    }

    /** The secret of the credential that was presented, in force or not; none of another environment is compared. */
    public Optional<KnownSecret> recognised(AccessAttempt attempt) {
        return attempt.secret() instanceof PresentedSecret.Present presented && !isOfOtherEnvironment(presented)
                ? terms.stream()
                        .flatMap(known -> known.secrets().stream())
                        .filter(known -> known.isOf(presented.secret()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<RefusalReason> refusalUnless(boolean holds, RefusalReason reason) {
        return holds ? Optional.empty() : Optional.of(reason);
    }
}
