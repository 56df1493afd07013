package io.apicredentials.keycloak.token;

import java.net.URI;
import org.keycloak.services.Urls;

/** The issuer of a realm's tokens, as Keycloak writes it. */
final class RealmIssuer {

    private static final String REALMS = "realms/";

    private RealmIssuer() {}

    /**
     * The issuer. A name in which nothing has to be encoded goes without Keycloak's template, which is parsed anew for each
     * token.
     *
     * @param base of the server, as the caller sees it
     */
    static String of(URI base, String realm) {
        String root = base.toString();
        return root.endsWith("/") && realm.chars().allMatch(RealmIssuer::isPlain)
                ? root + REALMS + realm
                : Urls.realmIssuer(base, realm);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }
}
