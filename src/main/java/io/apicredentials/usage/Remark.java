package io.apicredentials.usage;

/** What is noted among the counts beside uses of credentials: what they do not have. */
public final class Remark {

    /** Since when uses are counted. */
    public static final Outcome BEGAN = new Outcome("counting_began");

    /** A sign of life of a server that counts and can write; {@link UsageKey#secret} is the server, or nothing where it has stopped. */
    public static final Outcome COUNTING = new Outcome("counting");

    /** Counting went on after a time in which no server has given a sign of life: nobody knows what was used in it. */
    public static final Outcome PAUSED = new Outcome("counting_paused");

    /** Up to when counts were removed, since they were not to be kept for longer. */
    public static final Outcome REMOVED = new Outcome("counts_removed");

    /** Accepted uses for which there was no room in memory: since then it is not certain of any credential that it is unused. */
    public static final Outcome ACCEPTED_UNCOUNTED = new Outcome("accepted_uncounted");

    /** The same of refused uses. */
    public static final Outcome REFUSED_UNCOUNTED = new Outcome("refused_uncounted");

    private Remark() {}
}
