package io.apicredentials.problem;

import java.util.regex.Pattern;

/** Which characters people may write in names, descriptions and reasons: none that is invisible or turns the direction of the text. */
public final class PrintableText {

    /** A joiner between two characters shapes them, in Persian or in an emoji of several; elsewhere nobody sees it. */
    private static final Pattern SHAPING_JOINER =
            Pattern.compile("(?<=[^\\p{Z}\\p{Cc}\\p{Cf}])[\\u200c\\u200d](?=[^\\p{Z}\\p{Cc}\\p{Cf}])");

    private PrintableText() {}

    /** Whether all of a text can be seen. */
    public static boolean is(String text) {
        return SHAPING_JOINER.matcher(text).replaceAll("").codePoints().noneMatch(PrintableText::isUnprintable);
    }

    /** Half a surrogate pair is as unprintable as a control character, and no database stores it. */
    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
