package io.apicredentials.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permissions of one credential, in the order given. The text form joins those of the permissions with spaces.
 *
 * @param list 1 to {@value #MAX_ENTRIES} different permissions
 */
public record Permissions(List<Permission> list) {

    public static final int MAX_ENTRIES = 100;

    public Permissions {
        list = List.copyOf(list);
        if (list.isEmpty() || list.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a credential has 1 to " + MAX_ENTRIES + " permissions");
        }
        if (new HashSet<>(list).size() != list.size()) {
            throw new IllegalArgumentException("duplicate permissions");
        }
    }

    /** Drafts that ask for these permissions. */
    public List<PermissionDraft> drafts() {
        return list.stream().map(PermissionDraft::of).toList();
    }

    /** What in a text form stands for one permission each, readable or not. */
    public static Stream<String> parts(String text) {
        return Stream.of(text.split(" ", -1));
    }

    /** The first part of a text form that is no permission. */
    public static Optional<String> unreadablePart(String text) {
        return parts(text).filter(part -> Permission.parse(part).isEmpty()).findFirst();
    }

    /** Reads the text form; empty for anything else. */
    public static Optional<Permissions> parse(String text) {
        List<Permission> permissions =
                parts(text).flatMap(part -> Permission.parse(part).stream()).toList();
        if (permissions.size() != parts(text).count()) {
            return Optional.empty();
        }
        boolean valid = permissions.size() <= MAX_ENTRIES && new HashSet<>(permissions).size() == permissions.size();
        return valid ? Optional.of(new Permissions(permissions)) : Optional.empty();
    }

    @Override
    public String toString() {
        return list.stream().map(Permission::toString).collect(Collectors.joining(" "));
    }
}
