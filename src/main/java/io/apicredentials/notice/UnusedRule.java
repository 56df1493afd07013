package io.apicredentials.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a credential may be unused.
 *
 * @param days from 1; after them it is disabled
 */
public record UnusedRule(int days) {

    private static final Duration LONGEST_WARNING = Duration.ofDays(7);

    /** For how long it may be unused. */
    public Duration period() {
        return Duration.ofDays(days);
    }

    /** How long before it is disabled its owner is told: a week, or half of a period that is shorter than two. */
    public Duration warning() {
        Duration half = period().dividedBy(2);
        return half.compareTo(LONGEST_WARNING) < 0 ? half : LONGEST_WARNING;
    }

    /** The notice that it will be disabled. */
    public static Notice notice(Instant lastActive) {
        return new Notice(NoticeKind.UNUSED, lastActive);
    }

    /** Whether its owner is told that it will be disabled. */
    public boolean isWarned(Instant lastActive, Instant now) {
        return !now.isBefore(disabledFrom(lastActive).minus(warning()));
    }

    /** The first instant at which it may be disabled, if its owner was told in time. */
    public Instant disabledFrom(Instant lastActive) {
        return lastActive.plus(period());
    }

    /** The first instant at which it is disabled if its owner is told now and it stays unused. */
    public Instant disabledAfterNotice(Instant lastActive, Instant now) {
        Instant told = now.plus(warning());
        return told.isAfter(disabledFrom(lastActive)) ? told : disabledFrom(lastActive);
    }

    /**
     * Whether it is disabled now: it has been unused for long enough, and that was noticed long enough ago. So nothing is
     * disabled at once where this rule is new.
     *
     * @param lastActive its last use or change
     */
    public boolean disables(Instant lastActive, ToldNotices told, Instant now) {
        return !now.isBefore(disabledFrom(lastActive))
                && told.toldAt(notice(lastActive))
                        .filter(at -> !now.isBefore(at.plus(warning())))
                        .isPresent();
    }
}
