package io.apicredentials.keycloak.history;

import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a column holds a text. Columns that have Unicode have no character above U+FFFF on MySQL and MariaDB where Keycloak's tables
 * are in {@code utf8mb3}; columns of ids and addresses have ASCII only on some databases. What a column may not have is written as
 * Java and JSON write it, such as <code>&#92;ud83d&#92;ude00</code>: whatever the database, the same text comes back, and has the same digest.
 */
enum StoredText {
    /** Of any characters up to U+FFFF. */
    WIDE(0xffff),
    /** Of ASCII. */
    NARROW(0x7f);

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** Also one that is part of the text itself. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("\\\\(?=u)");

    /** What follows a backslash is read with it, so that one that was escaped itself begins nothing. */
    private static final Pattern ESCAPED_IN_JSON =
            Pattern.compile("\\\\(?:u(d[89ab][0-9a-f]{2})\\\\u(d[c-f][0-9a-f]{2})|.)");

    private static final HexFormat HEX = HexFormat.of();

    private static final String BACKSLASH = "\\u005c";

    private final int greatest;

    StoredText(int greatest) {
        this.greatest = greatest;
    }

    /** A text as the column holds it. */
    String write(String text) {
        return escape(LIKE_ESCAPED.matcher(text).replaceAll(Matcher.quoteReplacement(BACKSLASH)));
    }

    /** The first characters of a text that a column has room for. */
    String cut(String text, int longest) {
        int written = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int next = end + Character.charCount(point);
            int width = width(point);
            if (written + width > longest) {
                return text.substring(0, end);
            }
            // A backslash at the end is written as it is, and becomes longer with what follows it.
            boolean isLikeEscaped = point == '\\' && text.startsWith("u", next);
            written += isLikeEscaped ? BACKSLASH.length() : width;
            end = next;
        }
        return text;
    }

    private int width(int point) {
        return point <= greatest ? 1 : Character.charCount(point) * BACKSLASH.length();
    }

    /** The text that a column holds. */
    static String read(String stored) {
        return ESCAPED.matcher(stored).replaceAll(found -> quoted(unit(found, 1)));
    }

    /** JSON as the column holds it: it is the same JSON. */
    static String writeJson(String json) {
        return WIDE.escape(json);
    }

    /** The canonical JSON that a column holds. */
    static String readJson(String stored) {
        return ESCAPED_IN_JSON
                .matcher(stored)
                .replaceAll(found -> quoted(found.group(1) == null ? found.group() : unit(found, 1) + unit(found, 2)));
    }

    private String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point <= greatest) {
                escaped.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    escaped.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return escaped.toString();
    }

    private static String unit(MatchResult found, int group) {
        return Character.toString(Integer.parseInt(found.group(group), 16));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
