package io.apicredentials.testing;

import java.time.Duration;

/**
 * How long tests wait for what they expect to see. A wait ends when it is seen; these limits only end a run that would never
 * end, and are so far off that no slow or busy machine meets them.
 */
public final class Patience {

    /** For an answer, or something that appears in a page. */
    public static final Duration ANSWER = Duration.ofMinutes(5);

    /** For a program to start, or to do its work and end. */
    public static final Duration PROGRAM = Duration.ofMinutes(15);

    private Patience() {}
}
