package io.apicredentials.digest;

/** Texts as there is one way to write them. */
public final class WholeText {

    private WholeText() {}

    /** The text with a mark in the place of half a character: that has no UTF-8, and no canonical form. */
    public static String of(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\ufffd' : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
