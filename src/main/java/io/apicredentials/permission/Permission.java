package io.apicredentials.permission;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing a credential may do. Its text form is {@code type:action:scope:resource}, with {@code *} for a resource that
 * is blank.
 *
 * @param type the resource category, such as {@code balances}
 * @param action what may be done, such as {@code read}
 * @param scope how broadly it applies, such as {@code vault}
 * @param resource the id of one vault or wallet, or null for every resource in the scope; always null in scope
 *     {@value #ORGANISATION_SCOPE}
 */
public record Permission(
        String type, String action, String scope, @Nullable String resource) {

    /** The widest scope, which has no resources to choose from. */
    public static final String ORGANISATION_SCOPE = "org";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String EVERY_RESOURCE = "*";

    public Permission {
        if (!isWord(type) || !isWord(action) || !isWord(scope)) {
            throw new IllegalArgumentException("type, action and scope are lower-case words");
        }
        if (resource != null && (!isResource(resource) || scope.equals(ORGANISATION_SCOPE))) {
            throw new IllegalArgumentException("not a resource of this scope");
        }
    }

    /** Whether a text can be a type, an action or a scope. */
    public static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    static boolean isResource(String text) {
        return RESOURCE.matcher(text).matches();
    }

    /** Reads the text form; empty for anything else. */
    public static Optional<Permission> parse(String text) {
        // The limit keeps colons in the resource, which comes last for that reason.
        String[] parts = text.split(":", 4);
        if (parts.length != 4 || !isWord(parts[0]) || !isWord(parts[1]) || !isWord(parts[2])) {
            return Optional.empty();
        }
        if (parts[3].equals(EVERY_RESOURCE)) {
            return Optional.of(new Permission(parts[0], parts[1], parts[2], null));
        }
        boolean valid = isResource(parts[3]) && !parts[2].equals(ORGANISATION_SCOPE);
        return valid ? Optional.of(new Permission(parts[0], parts[1], parts[2], parts[3])) : Optional.empty();
    }

    @Override
    public String toString() {
        return type + ":" + action + ":" + scope + ":" + (resource == null ? EVERY_RESOURCE : resource);
    }
}
