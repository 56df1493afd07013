package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.keycloak.client.CredentialSecrets;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.SecretUse;
import io.apicredentials.keycloak.json.SecretProblem;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends one of two secrets that work: the replaced one before its overlap is over, or the new one that reached nobody. */
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
     * @param force also when it is in use, or nobody knows, or when it is the current one
     */
    public Outcome run(String id, boolean force) {
        Optional<KnownSecrets> secrets = credential.stored().secrets();
        Optional<KnownSecret> secret = secrets.flatMap(known -> known.find(id));
        if (secret.isEmpty()) {
            return new Outcome.Unknown();
        }
        Instant now = credential.context().now();
        if (!secret.get().isInForce(now)) {
            return new Outcome.Refused(Problem.of("", SecretProblem.SECRET_ENDED));
        }
        Optional<KnownSecrets> left = secrets.flatMap(known -> known.ended(id, now.truncatedTo(ChronoUnit.SECONDS)));
        if (left.filter(this::isAccepted).isEmpty()) {
            return new Outcome.Refused(Problem.of("", SecretProblem.SECRET_LAST));
        }
        Optional<Problem> doubt = force ? Optional.empty() : doubt(secret.get(), now);
        if (doubt.isPresent()) {
            return new Outcome.Refused(doubt.get());
        }
        ManageContext context = credential.context();
        // It may name the secret that is the current one now, as one that it replaces.
        CredentialLinks.withdraw(credential.client(), now);
        CredentialSecrets.store(credential.client(), left.get(), now);
        context.changes().secretEnded(credential.representation(), id);
        return new Outcome.Ended();
    }

    /** What only an administrator can answer for who knows better. That it is the wrong one of the two comes first. */
    private Optional<Problem> doubt(KnownSecret secret, Instant now) {
        return secret.endsAt().isPresent()
                ? inUse(secret, now)
                : Optional.of(Problem.of("", SecretProblem.SECRET_CURRENT));
    }

    /** Whether what is left as the current secret is one of the environment of the realm: no other is accepted. */
    private boolean isAccepted(KnownSecrets left) {
        return !Environment.differ(
                new RealmSettings(credential.context().realm()).environment(),
                left.current().environment());
    }

    private Optional<Problem> inUse(KnownSecret secret, Instant now) {
        ManageContext context = credential.context();
        CountedUses uses = new CountedUses(context.session(), context.realm());
        Instant since = now.minus(IN_USE);
        Instant made = secret.createdAt()
                .or(() -> Optional.ofNullable(credential.stored().createdAt()))
                .orElse(since);
        Instant asked = made.isAfter(since) ? made : since;
        boolean isComplete = uses.completeSince()
                .filter(complete -> !complete.isAfter(asked))
                .isPresent();
        Optional<Map<String, SecretUse>> used = uses.ofSecrets(
                        credential.stored().id(), List.of(secret.id()), now)
                .filter(read -> isComplete);
        return used.isEmpty()
                ? Optional.of(Problem.of("", SecretProblem.SECRET_USE_UNKNOWN))
                : Optional.ofNullable(used.get().get(secret.id()))
                        .filter(use -> !use.last().isBefore(since))
                        .map(use -> Problem.of("", SecretProblem.SECRET_IN_USE, use.last(), use.address()));
    }
}
