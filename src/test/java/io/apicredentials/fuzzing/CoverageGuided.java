package io.apicredentials.fuzzing;

/** What Jazzer calls, in a virtual machine of its own for each target. */
public final class CoverageGuided {

    /** The system property with the name of the target. */
    static final String TARGET = "fuzz.target";

    private static final FuzzTarget CHOSEN = FuzzTarget.valueOf(System.getProperty(TARGET));

    private CoverageGuided() {}

    /** Jazzer finds it by this name. */
    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.check(input);
    }
}
