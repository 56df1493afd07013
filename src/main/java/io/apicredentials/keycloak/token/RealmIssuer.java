package io.apicredentials.keycloak.token;

import java.net.URI;
import org.keycloak.services.Urls;

/** The issuer of a realm's tokens, as Keycloak writes it. */
final class RealmIssuer {

    private static final String REALMS = "realms/";

    private RealmIssuer() {}

    /**
     * The issuer. Where nothing has to be encoded or moved, it goes without Keycloak's template, which is parsed anew for each
     * token.
     *
     * @param base of the server, as the caller sees it
     */
    static String of(URI base, String realm) {
        return isPlain(base) && realm.chars().allMatch(RealmIssuer::isPlain)
                ? base + REALMS + realm
                : Urls.realmIssuer(base, realm);
    }

    /** A realm's own address, unlike that of the server, may have a query, a fragment or an empty port. */
    private static boolean isPlain(URI base) {
        return base.getHost() != null
                && base.getRawQuery() == null
                && base.getRawFragment() == null
                && !base.getRawAuthority().endsWith(":")
                && base.getRawPath().endsWith("/");
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }
}
