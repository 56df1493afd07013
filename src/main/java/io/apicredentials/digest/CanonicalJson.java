package io.apicredentials.digest;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one way of RFC 8785, so that the same content has the same digest wherever and however it was read.
 * Content has texts, whole numbers, truth values, lists and objects; nothing else is taken.
 */
public final class CanonicalJson {

    /** The greatest whole number that every reader of JSON reads exactly. */
    private static final long GREATEST = (1L << 53) - 1;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException for anything of which there is more than one reading
     */
    public static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value instanceof String string) {
            string(string);
        } else if (value instanceof Boolean || isWhole(value)) {
            text.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            list(list);
        } else {
            throw new IllegalArgumentException("no text, whole number, truth value, list or object: " + value);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || (value instanceof Long number && number <= GREATEST && number >= -GREATEST);
    }

    private void list(Collection<?> list) {
        text.append('[');
        String separator = "";
        for (Object each : list) {
            text.append(separator);
            value(each);
            separator = ",";
        }
        text.append(']');
    }

    /** In the order of UTF-16 code units, which is that of Java (RFC 8785, section 3.2.3). */
    private void object(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, each) -> sorted.put((String) name, each));
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Object> each : sorted.entrySet()) {
            text.append(separator);
            string(each.getKey());
            text.append(':');
            value(each.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string, i);
        }
        text.append('"');
    }

    private void character(String string, int index) {
        char c = string.charAt(index);
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> other(string, index, c);
        }
    }

    /** Half of a pair has no UTF-8, and would be replaced by the same bytes as any other half. */
    private void other(String string, int index, char c) {
        boolean isAlone = Character.isHighSurrogate(c)
                ? index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1))
                : Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
        if (isAlone) {
            throw new IllegalArgumentException("a text with half of a character");
        }
        if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }
}
