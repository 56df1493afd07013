package io.apicredentials.permission;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Permissions as scopes of OAuth 2.0 (RFC 6749 3.3): one word for each, whose text is its breadth. Nothing is left out that
 * would narrow it, and nothing stands for "all": an API that compares words exactly never admits more than was granted.
 *
 * <table>
 * <caption>The three forms</caption>
 * <tr><td>{@code balances:read}</td><td>in the whole organization</td></tr>
 * <tr><td>{@code balances:read:vault}</td><td>in every vault</td></tr>
 * <tr><td>{@code balances:read:vault:7e0f}</td><td>in one vault</td></tr>
 * </table>
 */
public final class OAuthScope {

    private OAuthScope() {}

    /** The word of one permission. */
    public static String of(Permission permission) {
        String what = permission.type() + ":" + permission.action();
        if (permission.scope().equals(Permission.ORGANISATION_SCOPE)) {
            return what;
        }
        String everywhere = what + ":" + permission.scope();
        return permission.resource() == null ? everywhere : everywhere + ":" + permission.resource();
    }

    /** The words of several permissions in their order, separated by spaces. */
    public static String of(Permissions permissions) {
        return permissions.list().stream().map(OAuthScope::of).collect(Collectors.joining(" "));
    }

    /** The permission of a word; empty for any other text, so that there is one word for a permission. */
    public static Optional<Permission> parse(String word) {
        // The limit keeps colons in the resource.
        String[] parts = word.split(":", 4);
        String scope = parts.length > 2 ? parts[2] : Permission.ORGANISATION_SCOPE;
        String resource = parts.length > 3 ? parts[3] : null;
        boolean areWords = parts.length > 1 && Permission.isWord(parts[0]) && Permission.isWord(parts[1]);
        boolean isNarrower = Permission.isWord(scope) && !scope.equals(Permission.ORGANISATION_SCOPE);
        boolean isScope = parts.length == 2 || (parts.length > 2 && isNarrower);
        return areWords && isScope && (resource == null || Permission.isResource(resource))
                ? Optional.of(new Permission(parts[0], parts[1], scope, resource))
                : Optional.empty();
    }
}
