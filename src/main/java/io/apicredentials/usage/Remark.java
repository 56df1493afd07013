package io.apicredentials.usage;

/** What is noted among the counts beside uses of credentials: what they do not have. */
public final class Remark {

    /** Since when uses are counted. */
    public static final Outcome BEGAN = new Outcome("counting_began");

    /** Accepted uses for which there was no room in memory: since then it is not certain of any credential that it is unused. */
    public static final Outcome ACCEPTED_UNCOUNTED = new Outcome("accepted_uncounted");

    /** The same of refused uses. */
    public static final Outcome REFUSED_UNCOUNTED = new Outcome("refused_uncounted");

    private Remark() {}
}
