package io.apicredentials.fuzzing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of docs/rest-api.md for a request that creates a credential, written once more. */
final class RequestReference {

    private static final Set<String> FIELDS = Set.of(
            "permissionSet", "name", "description", "allowedIps", "permissions", "owner", "expiresAt", "tokenLifespan");
    private static final Set<String> ANSWER_FIELDS = Set.of(
            "id",
            "clientId",
            "enabled",
            "status",
            "ownerGone",
            "createdBy",
            "createdAt",
            "updatedAt",
            "secrets",
            "refusal",
            "violations",
            "warnings",
            "clientSecret");
    private static final Set<String> PARTS = Set.of("type", "action", "scope", "resource");
    private static final Map<String, Set<String>> CATALOGUE = Map.of(
            "wallets",
            rows(
                    "vault create org; vault read,update org,vault; key create org,vault; key read,update,delete org,vault,key;"
                            + " balances read org,vault,key"),
            "transactions",
            rows("transaction create,read,update org,vault,key"),
            "controls",
            rows("policy create,read,update,delete org,vault,key; address create,read,update,delete org,vault,key"),
            "monitoring",
            rows("webhook create,read,update,delete org; audit read org; transaction read org,vault,key"));

    private RequestReference() {}

    /** Whether these bytes are to be accepted. */
    static boolean accepts(byte[] body) {
        return body.length <= 65_536
                && JsonReference.object(body).filter(RequestReference::accepts).isPresent();
    }

    private static boolean accepts(Map<?, ?> request) {
        Optional<String> set = text(request, "permissionSet").filter(CATALOGUE::containsKey);
        boolean textsAreGood =
                text(request, "name").filter(RequestReference::isShortText).isPresent()
                        && isAbsentOr(
                                request,
                                "description",
                                each -> each instanceof String text && (text.isEmpty() || isShortText(text)));
        return request.keySet().stream()
                        .map(String::valueOf)
                        .allMatch(name -> FIELDS.contains(name) || isEmptyAnswer(request, name))
                && textsAreGood
                && request.get("allowedIps") instanceof List<?> entries
                && isAllowList(entries)
                && set.isPresent()
                && LifeReference.accepts(request)
                && isAbsentOr(
                        request,
                        "permissions",
                        each -> each instanceof List<?> list && arePermissions(list, set.get()));
    }

    private static boolean isEmptyAnswer(Map<?, ?> request, String name) {
        return ANSWER_FIELDS.contains(name)
                && isAbsentOr(request, name, value -> value.equals("") || value.equals(List.of()));
    }

    private static boolean isAllowList(List<?> entries) {
        List<String> canonical = entries.stream()
                .map(entry -> entry instanceof String text ? AddressReference.range(text) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
        return !entries.isEmpty()
                && entries.size() <= 6
                && canonical.size() == entries.size()
                && new HashSet<>(canonical).size() == entries.size()
                && (entries.size() == 1 || !canonical.contains("0.0.0.0/0"));
    }

    private static boolean arePermissions(List<?> permissions, String set) {
        Set<Object> seen = new HashSet<>();
        return !permissions.isEmpty()
                && permissions.size() <= 100
                && permissions.stream()
                        .allMatch(each -> each instanceof Map<?, ?> permission
                                && isPermission(permission, set)
                                && seen.add(Stream.of("type", "action", "scope", "resource")
                                        .map(part -> text(permission, part))
                                        .toList()));
    }

    private static boolean isPermission(Map<?, ?> permission, String set) {
        String row = permission.get("type") + " " + permission.get("action") + " " + permission.get("scope");
        boolean narrow = !"org".equals(permission.get("scope"));
        boolean resourceIsGood = isAbsentOr(
                permission, "resource", each -> narrow && each instanceof String text && TextTargets.isResource(text));
        return PARTS.containsAll(permission.keySet())
                && Objects.requireNonNull(CATALOGUE.get(set)).contains(row)
                && resourceIsGood;
    }

    private static boolean isShortText(String text) {
        return isText(text, 5);
    }

    /** Whether a text has so many characters up to 50, all of which can be seen. */
    static boolean isText(String text, int least) {
        int[] characters = text.strip().codePoints().toArray();
        boolean printable = IntStream.range(0, characters.length)
                .allMatch(place -> isJoiner(characters[place])
                        ? isSeen(characters, place - 1) && isSeen(characters, place + 1)
                        : isPrintable(characters[place]));
        return printable && characters.length >= least && characters.length <= 50;
    }

    private static boolean isJoiner(int character) {
        return character == 0x200c || character == 0x200d;
    }

    private static boolean isSeen(int[] characters, int place) {
        return place >= 0
                && place < characters.length
                && isPrintable(characters[place])
                && !Character.isSpaceChar(characters[place]);
    }

    private static boolean isPrintable(int character) {
        boolean control = character < 0x20 || (character >= 0x7f && character < 0xa0);
        boolean separator = character == 0x2028 || character == 0x2029;
        boolean half = character >= 0xd800 && character < 0xe000;
        boolean hidden = Character.getType(character) == Character.FORMAT;
        return !control && !separator && !half && !hidden;
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static boolean isAbsentOr(Map<?, ?> object, String name, Predicate<Object> rule) {
        @Nullable Object value = object.get(name);
        return value == null || value.equals(new JsonReference.Literal("null")) || rule.test(value);
    }

    private static Set<String> rows(String catalogue) {
        Set<String> rows = new HashSet<>();
        for (String line : catalogue.split("; ", -1)) {
            String[] parts = line.strip().split(" ", -1);
            for (String action : parts[1].split(",", -1)) {
                for (String scope : parts[2].split(",", -1)) {
                    rows.add(parts[0] + " " + action + " " + scope);
                }
            }
        }
        return rows;
    }
}
