package io.apicredentials.suggestion;

import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A secret that goes on being accepted after a rotation although nobody uses it any more. */
public final class NeedlessSecret {

    /** For how long it was not used: after that it can be ended without being forced. */
    private static final Duration QUIET = Duration.ofDays(1);

    private NeedlessSecret() {}

    /**
     * Finds it: not the current one, and only once that is in use.
     *
     * @param lastUses the last accepted use of each secret that has one, by id
     * @param countedSince since when every use is known; empty when nobody knows
     */
    public static Optional<KnownSecret> among(
            KnownSecrets secrets, Map<String, Instant> lastUses, Optional<Instant> countedSince, Instant now) {
        Instant quietSince = now.minus(QUIET);
        boolean isKnown =
                countedSince.filter(since -> !since.isAfter(quietSince)).isPresent();
        boolean isCurrentInUse = lastUses.containsKey(secrets.current().id());
        return secrets.inForce(now).stream()
                .filter(secret -> isKnown && isCurrentInUse)
                .filter(secret -> !secret.equals(secrets.current()))
                .filter(secret -> Optional.ofNullable(lastUses.get(secret.id()))
                        .map(last -> last.isBefore(quietSince))
                        .orElse(true))
                .findFirst();
    }
}
