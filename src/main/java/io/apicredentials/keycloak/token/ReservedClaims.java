package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.StoredCredential;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * What only API credentials have, and is kept from all other clients wherever Keycloak writes claims: the claims of
 * credentials, by their default names and by those of the realm, since an API may look for either, and their identities.
 */
final class ReservedClaims {

    private final KeycloakSession session;
    private final RealmModel realm;

    ReservedClaims(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Takes the claim with the permission set from a token of another client: no token of such a client has it. */
    void removePermissionSet(IDToken token) {
        removePermissionSet(token.getOtherClaims());
    }

    /** Takes it from any claims of another client. */
    void removePermissionSet(Map<?, ?> claims) {
        if (!claims.isEmpty()) {
            names().map(ClaimNames::permissionSet).forEach(claims::remove);
        }
    }

    /** Takes all of them away, where they are not to be at all. */
    void removeAll(Map<?, ?> claims) {
        removePermissionSet(claims);
        if (!claims.isEmpty()) {
            lists().forEach(claims::remove);
        }
    }

    /**
     * Introspection makes a token of another client anew, with mappers that need not have acted when it was signed. What
     * is reserved is in the answer, and in the token that Keycloak signs from it, what it was in the verified token.
     */
    AccessToken asVerified(AccessToken verified, AccessToken made, UserModel user) {
        Map<String, Object> claims = made.getOtherClaims();
        lists().filter(claims::containsKey)
                .forEach(name -> restore(claims, name, verified.getOtherClaims().get(name)));
        removePermissionSet(claims);
        made.issuedFor(verified.getIssuedFor());
        if (!Objects.equals(claims.get(OAuth2Constants.CLIENT_ID), verified.getIssuedFor())) {
            restore(claims, OAuth2Constants.CLIENT_ID, verified.getOtherClaims().get(OAuth2Constants.CLIENT_ID));
        }
        made.subject(subject(verified, made, user));
        Stream.of("username", "preferred_username")
                .filter(name -> isOfAnother(claims.get(name), user))
                .forEach(claims::remove);
        // Where no token is asked for, Keycloak would pass on what a mapper calls one.
        claims.remove("jwt");
        return made;
    }

    /** Lightweight tokens need not have a subject; only then a mapper may say which it is. */
    private @Nullable String subject(AccessToken verified, AccessToken made, UserModel user) {
        if (verified.getSubject() != null) {
            return verified.getSubject();
        }
        String subject = made.getSubject();
        return subject == null || subject.equals(user.getId()) || !isServiceAccount(subject) ? subject : user.getId();
    }

    private boolean isServiceAccount(String userId) {
        return Optional.ofNullable(session.users().getUserById(realm, userId))
                .flatMap(user -> Optional.ofNullable(user.getServiceAccountClientLink()))
                .map(realm::getClientById)
                .filter(StoredCredential::isOrWasApiCredential)
                .isPresent();
    }

    /** Whether a text is the user name of the service account of a credential that is not the user. */
    private boolean isOfAnother(@Nullable Object username, UserModel user) {
        String prefix = ClientShape.username("");
        return username instanceof String name
                && name.startsWith(prefix)
                && !name.equals(user.getUsername())
                && isCredential(name.substring(prefix.length()));
    }

    /** Whether this is the client ID of a credential. */
    boolean isCredential(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client != null && StoredCredential.isOrWasApiCredential(client);
    }

    private static void restore(Map<String, Object> claims, String name, @Nullable Object verified) {
        if (verified == null) {
            claims.remove(name);
        } else {
            claims.put(name, verified);
        }
    }

    /** The names of the claims that list permissions. */
    private Stream<String> lists() {
        return Stream.concat(names().map(ClaimNames::permissions), Stream.of(ClaimNames.PERMISSION_STRINGS));
    }

    private Stream<ClaimNames> names() {
        return Stream.of(ClaimNames.DEFAULT, ClaimNames.of(session, realm));
    }
}
