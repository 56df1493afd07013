package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.Remark;
import io.apicredentials.usage.UsageCount;
import io.apicredentials.usage.UsageCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes what this server has counted into the table, with its signs of life. What cannot be written stays in memory. It is used by
 * one thread.
 */
final class UsageWriter {

    private static final Logger LOG = Logger.getLogger(UsageWriter.class);

    /** Counts that are written in one transaction. */
    private static final int AT_ONCE = 1_000;

    /** Its name among those that write the table. Another one at each start: what was counted before has ended. */
    private final String server = UUID.randomUUID().toString();

    private final InstantSource clock = InstantSource.system();
    private final UsageCounts counts;
    private final HistoryTransaction transaction;
    private final Duration interval;

    /** Read by other threads. */
    private volatile Instant writtenAt = clock.instant();

    private Instant signedAt = Instant.MIN;
    private boolean isWarned;

    UsageWriter(UsageCounts counts, HistoryTransaction transaction, Duration interval) {
        this.counts = counts;
        this.transaction = transaction;
        this.interval = interval;
    }

    String server() {
        return server;
    }

    /** Writes; false when it does not succeed. */
    boolean write() {
        boolean isWritten = sign() && writeCounts();
        writtenAt = isWritten ? clock.instant() : writtenAt;
        return isWritten;
    }

    /** How long ago everything was written, or, before the first time, that this was to begin. */
    Duration sinceWritten() {
        return Duration.between(writtenAt, clock.instant());
    }

    /** Writes, for the last time. */
    boolean writeLast() {
        return write() && transaction.write(entities -> new UsageRemarks(entities).noteEnd(server, clock.instant()));
    }

    private boolean sign() {
        Instant now = clock.instant();
        // A clock that was set back must not keep it from being written.
        if (signedAt.isAfter(now.minus(UsageRemarks.SIGN)) && !signedAt.isAfter(now)) {
            return true;
        }
        boolean isSigned =
                transaction.write(entities -> new UsageRemarks(entities).noteCounting(server, now, interval));
        signedAt = isSigned ? now : signedAt;
        return isSigned;
    }

    /** Whatever ends it early, an error or an interrupt, puts back what is not written. */
    private boolean writeCounts() {
        List<UsageCount> left = counts.drain(clock.instant());
        try {
            warnOfUncounted(left);
            while (!left.isEmpty()) {
                List<UsageCount> some = left.subList(0, Math.min(AT_ONCE, left.size()));
                if (!transaction.write(entities -> new UsageTable(entities).add(some))) {
                    return false;
                }
                left = left.subList(some.size(), left.size());
            }
            return true;
        } finally {
            counts.putBack(left);
        }
    }

    private void warnOfUncounted(List<UsageCount> drained) {
        boolean isFull = drained.stream().map(count -> count.key().outcome()).anyMatch(UsageWriter::isUncounted);
        if (isFull && !isWarned) {
            LOG.warn(
                    "Some uses of API credentials are counted without their credentials, since there is no more room in memory");
        }
        isWarned = isFull;
    }

    private static boolean isUncounted(Outcome outcome) {
        return outcome.equals(Remark.ACCEPTED_UNCOUNTED) || outcome.equals(Remark.REFUSED_UNCOUNTED);
    }
}
