package io.apicredentials.problem;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody asked for.
 *
 * @param place where it is, such as {@code allowedIps[2]}; {@code ""} for the whole
 * @param value the offending text; null when it is not one text, or not there
 * @param details what else the sentence names, from <code>{1}</code> on
 */
public record Problem(String place, Kind kind, @Nullable String value, List<String> details) {

    /** As much of an offending value as a sentence repeats, in code points. */
    public static final int MAX_ECHO = 64;

    private static final String VALUE = "value";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(value|[1-9])}");

    /**
     * A kind of problem; an enum's constant is one. Its code never changes, since programs and translations go by it.
     */
    public interface Kind {

        /** The name of the constant. */
        String name();

        /**
         * What is wrong and what would be right. It has <code>{value}</code> for the offending value and <code>{1}</code>,
         * <code>{2}</code> … for the details.
         */
        String sentence();

        /** The name in small letters, such as {@code address_leading_zero}. */
        default String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Problem {
        details = List.copyOf(details);
    }

    /** A problem whose sentence repeats no value; the details may be of any type. */
    public static Problem of(String place, Kind kind, Object... details) {
        return new Problem(place, kind, null, texts(details));
    }

    /** A problem with a text that was given. */
    public static Problem with(String place, Kind kind, String value, Object... details) {
        return new Problem(place, kind, value, texts(details));
    }

    private static List<String> texts(Object... details) {
        return Stream.of(details).map(String::valueOf).toList();
    }

    /** The same as a part of something larger, whose place comes before this one. */
    public Problem within(String parent) {
        return new Problem(parent + place, kind, value, details);
    }

    /** One English sentence: what is wrong and what would be right. */
    public String message() {
        return PLACEHOLDER
                .matcher(kind.sentence())
                .replaceAll(match -> Matcher.quoteReplacement(named(match.group(1))));
    }

    private String named(String placeholder) {
        if (placeholder.equals(VALUE)) {
            return value == null ? "" : cut(value, MAX_ECHO);
        }
        int index = Integer.parseInt(placeholder) - 1;
        // A sentence with a gap is better than none for the person who made the mistake.
        return index < details.size() ? details.get(index) : "";
    }

    /** A text, with a mark in the place of what is too long; the length is in code points. */
    public static String cut(String text, int length) {
        boolean isLong = text.codePointCount(0, text.length()) > length;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, length)) + "…" : text;
    }
}
