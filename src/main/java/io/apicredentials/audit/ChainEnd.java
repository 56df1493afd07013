package io.apicredentials.audit;

/**
 * Where a chain of records ends, or where what is left of it begins.
 *
 * @param sequence that of the last record
 * @param digest that of the last record
 */
public record ChainEnd(long sequence, String digest) {

    /** The end of a chain without records. */
    public static final ChainEnd NONE = new ChainEnd(0, "sha256:" + "0".repeat(64));
}
