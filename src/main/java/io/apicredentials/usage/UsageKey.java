package io.apicredentials.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a number of uses is about.
 *
 * @param credential the id of the credential
 * @param hour since the epoch
 * @param secret the id of the secret; {@value #NONE} where none was recognised
 * @param address the one that was judged; {@value #UNKNOWN}, or {@value #OTHERS} for what is beyond the bound
 */
public record UsageKey(String credential, Outcome outcome, long hour, String secret, String address)
        implements Comparable<UsageKey> {

    /** Where there is none. Not an empty text, since some databases do not know the difference between it and null. */
    public static final String NONE = "-";

    /** An address that is not known. */
    public static final String UNKNOWN = "unknown";

    /** All addresses beyond the first ones of a credential and an hour. */
    public static final String OTHERS = "others";

    /** The hour of what is noted beside uses: no hour that is ever over, so that it stays, each in one row. */
    public static final long NO_HOUR = Long.MAX_VALUE;

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::credential)
            .thenComparing(UsageKey::outcome)
            .thenComparing(UsageKey::hour)
            .thenComparing(UsageKey::secret)
            .thenComparing(UsageKey::address);

    /** The hour of an instant. */
    public static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }

    /** The first instant of an hour. */
    public static Instant start(long hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour));
    }

    /** What is noted beside uses of credentials. */
    public static UsageKey remark(Outcome remark) {
        return remarkOf(NONE, remark);
    }

    /** The same of one server. */
    public static UsageKey remarkOf(String server, Outcome remark) {
        return new UsageKey(NONE, remark, NO_HOUR, server, NONE);
    }

    /** Whether it is about no credential. */
    public boolean isRemark() {
        return credential.equals(NONE);
    }

    UsageKey fromOthers() {
        return new UsageKey(credential, outcome, hour, secret, OTHERS);
    }

    /** The order of the primary key: two nodes that write in it never wait for each other in a circle. */
    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
