package io.apicredentials.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** For how long it is certain that a credential has not been used. */
public final class UnusedTime {

    private UnusedTime() {}

    /**
     * How many whole days that is; empty when it is not known. A last use is no proof by itself: what came after it was perhaps
     * not counted.
     *
     * @param countedSince since when each use is known; empty when nobody knows
     * @param lastUse the last use that is known
     * @param created when the credential was created, if that is known
     */
    public static Optional<Long> days(
            Optional<Instant> countedSince, Optional<Instant> lastUse, Optional<Instant> created, Instant now) {
        return countedSince
                .map(since -> Stream.of(Optional.of(since), lastUse, created)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(since))
                .map(since -> Math.max(0, Duration.between(since, now).toDays()));
    }
}
