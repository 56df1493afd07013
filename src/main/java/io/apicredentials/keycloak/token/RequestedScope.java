package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.Coverage;
import io.apicredentials.permission.OAuthScope;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * What a token is asked for with the parameter {@code scope} (RFC 6749 3.3).
 *
 * @param permissions of the words that are permissions
 * @param others all other words, such as {@code openid}, which Keycloak judges; null if there are none
 */
record RequestedScope(
        List<Permission> permissions, @Nullable String others) {

    private static final Pattern SPACES = Pattern.compile(" +");

    static RequestedScope of(@Nullable String parameter) {
        if (parameter == null) {
            return new RequestedScope(List.of(), null);
        }
        List<Permission> permissions = words(parameter)
                .flatMap(word -> OAuthScope.parse(word).stream())
                .toList();
        String others = words(parameter)
                .filter(word -> OAuthScope.parse(word).isEmpty())
                .collect(Collectors.joining(" "));
        return new RequestedScope(permissions, others.isEmpty() ? null : others);
    }

    private static Stream<String> words(String parameter) {
        return SPACES.splitAsStream(parameter);
    }

    /**
     * The permissions that a token of the credential gets for this; empty when it does not have all of them.
     *
     * @param held those of the credential
     */
    Optional<Permissions> narrow(Permissions held, ClientModel client, RealmModel realm) {
        if (permissions.isEmpty()) {
            return Optional.of(held);
        }
        Optional<PermissionSet> set = StoredCredential.of(client)
                .permissionSet()
                .flatMap(type -> new RealmSettings(realm).catalogue().find(type));
        return new Coverage(set).narrow(held, permissions);
    }
}
