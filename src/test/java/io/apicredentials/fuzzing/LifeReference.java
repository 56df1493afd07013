package io.apicredentials.fuzzing;

import static io.apicredentials.fuzzing.RequestReference.isAbsentOr;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of docs/rest-api.md for the owner, the end and the lifespan of tokens, written once more. */
final class LifeReference {

    private static final Set<String> OWNER = Set.of("team", "contact", "userId");

    private LifeReference() {}

    static boolean accepts(Map<?, ?> request) {
        return isAbsentOr(request, "owner", owner -> owner instanceof Map<?, ?> parts && isOwner(parts))
                && isAbsentOr(
                        request, "expiresAt", end -> end instanceof String text && (text.isEmpty() || isEnd(text)))
                && isAbsentOr(request, "tokenLifespan", LifeReference::isLifespan);
    }

    private static boolean isOwner(Map<?, ?> owner) {
        return OWNER.containsAll(owner.keySet())
                && isAbsentOr(owner, "team", team -> isEmptyOr(team, text -> RequestReference.isText(text, 2)))
                && isAbsentOr(owner, "contact", contact -> isEmptyOr(contact, text -> isAddress(text.strip())))
                && isAbsentOr(owner, "userId", id -> isEmptyOr(id, LifeReference::isId));
    }

    private static boolean isEmptyOr(Object value, Predicate<String> rule) {
        return value instanceof String text && (text.isEmpty() || rule.test(text));
    }

    private static boolean isId(String text) {
        return text.length() <= 255 && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        if (text.length() > 254 || at < 1 || at > 64) {
            return false;
        }
        List<String> names = List.of(text.substring(0, at).split("\\.", -1));
        List<String> labels = List.of(text.substring(at + 1).split("\\.", -1));
        String top = labels.get(labels.size() - 1);
        return names.stream().allMatch(name -> !name.isEmpty() && name.chars().allMatch(LifeReference::isOfName))
                && labels.size() >= 2
                && labels.size() <= 9
                && labels.stream().allMatch(LifeReference::isLabel)
                && top.length() >= 2
                && !Character.isDigit(top.charAt(0));
    }

    private static boolean isOfName(int c) {
        return isLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isEnd(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().getEpochSecond() <= 253_402_300_799L;
        } catch (DateTimeException noInstant) {
            return false;
        }
    }

    private static boolean isLifespan(Object value) {
        return value instanceof JsonReference.Literal number
                && number.text().matches("[1-9][0-9]{1,3}")
                && Integer.parseInt(number.text()) >= 60
                && Integer.parseInt(number.text()) <= 3600;
    }
}
