package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialSecrets;
import io.apicredentials.keycloak.history.SecretUses;
import io.apicredentials.keycloak.json.SecretProblem;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends a secret that was replaced, before its overlap is over. */
public record EndSecret(LockedCredential credential) {

    /** A secret that was used within so long is in use. */
    private static final Duration IN_USE = Duration.ofDays(1);

    /** What came of it. */
    public sealed interface Outcome {

        /** It was done. */
        record Ended() implements Outcome {}

        /** There is no such secret. */
        record Unknown() implements Outcome {}

        /** It was not, and nothing is changed. */
        record Refused(Problem reason) implements Outcome {}
    }

    /**
     * Ends it, with an admin event. The caller has seen to the right to do so.
     *
     * @param force also when it is in use, or nobody knows
     */
    public Outcome run(String id, boolean force) {
        Optional<KnownSecrets> secrets = credential.stored().secrets();
        Optional<KnownSecret> secret = secrets.flatMap(known -> known.find(id));
        if (secret.isEmpty()) {
            return new Outcome.Unknown();
        }
        Instant now = credential.context().now();
        Optional<Problem> refusal = standing(secret.get(), now).or(() -> force ? Optional.empty() : inUse(id, now));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        ManageContext context = credential.context();
        new CredentialSecrets(context.realm()).endReplaced(credential.client(), now);
        context.changes().secretEnded(credential.representation(), id);
        return new Outcome.Ended();
    }

    private static Optional<Problem> standing(KnownSecret secret, Instant now) {
        if (secret.endsAt().isEmpty()) {
            return Optional.of(Problem.of("", SecretProblem.SECRET_LAST));
        }
        return secret.isInForce(now) ? Optional.empty() : Optional.of(Problem.of("", SecretProblem.SECRET_ENDED));
    }

    private Optional<Problem> inUse(String id, Instant now) {
        ManageContext context = credential.context();
        SecretUses uses = new SecretUses(context.session(), context.realm(), credential.client());
        if (!uses.areKeptFor(IN_USE)) {
            return Optional.of(Problem.of("", SecretProblem.SECRET_USE_UNKNOWN));
        }
        return uses.last(id, now.minus(IN_USE))
                .map(use -> Problem.of("", SecretProblem.SECRET_IN_USE, use.time(), use.address()));
    }
}
