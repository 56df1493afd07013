package io.apicredentials.fuzzing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 8259, strictly, by descent: a map, a list, a text, or a {@link Literal} for numbers, true, false and null. */
final class JsonReference {

    /** What is neither a text nor made of others. */
    record Literal(String text) {}

    private static final Pattern LITERAL =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null");
    private static final Pattern TEXT =
            Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*+)\"");
    private static final int MAX_DEPTH = 900;

    private final String json;
    private int position;

    private JsonReference(String json) {
        this.json = json;
    }

    private static final class NotJson extends RuntimeException {}

    /** The only object in the bytes. */
    static Optional<Map<?, ?>> object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonReference reader = new JsonReference(text);
            reader.position = text.startsWith("\ufeff") ? 1 : 0;
            Object value = reader.value(0);
            reader.skipBlanks();
            return value instanceof Map<?, ?> object && reader.position == text.length()
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (CharacterCodingException | NotJson wrong) {
            return Optional.empty();
        }
    }

    private Object value(int depth) {
        skipBlanks();
        if (depth > MAX_DEPTH || position >= json.length()) {
            throw new NotJson();
        }
        return switch (json.charAt(position)) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> text();
            default -> new Literal(take(LITERAL).group());
        };
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        position++;
        if (found('}')) {
            return map;
        }
        do {
            skipBlanks();
            String name = text();
            expect(':');
            if (map.put(name, value(depth + 1)) != null) {
                throw new NotJson();
            }
        } while (found(','));
        expect('}');
        return map;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        position++;
        if (found(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
        } while (found(','));
        expect(']');
        return list;
    }

    private String text() {
        String raw = take(TEXT).group(1);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < raw.length(); index++) {
            char c = raw.charAt(index);
            if (c == '\\') {
                char escape = raw.charAt(++index);
                int known = "bfnrt".indexOf(escape);
                if (escape == 'u') {
                    text.append((char) Integer.parseInt(raw.substring(index + 1, index + 5), 16));
                    index += 4;
                } else {
                    text.append(known < 0 ? escape : "\b\f\n\r\t".charAt(known));
                }
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private Matcher take(Pattern pattern) {
        Matcher matcher = pattern.matcher(json).region(position, json.length());
        if (!matcher.lookingAt()) {
            throw new NotJson();
        }
        position = matcher.end();
        return matcher;
    }

    private boolean found(char c) {
        skipBlanks();
        boolean found = position < json.length() && json.charAt(position) == c;
        position += found ? 1 : 0;
        return found;
    }

    private void expect(char c) {
        if (!found(c)) {
            throw new NotJson();
        }
    }

    private void skipBlanks() {
        while (position < json.length() && " \t\r\n".indexOf(json.charAt(position)) >= 0) {
            position++;
        }
    }
}
