package io.apicredentials.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Reads the text form; empty for anything else. */
    public static Optional<Permissions> parse(String text) {
        List<Permission> permissions = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            Optional<Permission> permission = Permission.parse(part);
            if (permission.isEmpty()) {
                return Optional.empty();
            }
            permissions.add(permission.get());
        }
        boolean valid = permissions.size() <= MAX_ENTRIES && new HashSet<>(permissions).size() == permissions.size();
        return valid ? Optional.of(new Permissions(permissions)) : Optional.empty();
    }

    @Override
    public String toString() {
        return list.stream().map(Permission::toString).collect(Collectors.joining(" "));
    }
}
