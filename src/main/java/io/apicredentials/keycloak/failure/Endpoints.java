package io.apicredentials.keycloak.failure;

import java.util.regex.Pattern;

/** The addresses below a realm that concern credentials; other answers of Keycloak stay as they are. */
final class Endpoints {

    private static final Pattern AUTHENTICATING =
            Pattern.compile("/?realms/[^/]+/protocol/openid-connect/(token|revoke)(/.*)?");

    private static final Pattern ADMINISTERING = Pattern.compile("/?admin/realms/[^/]+/api-credentials(/.*)?");

    private static final Pattern HANDING_OVER = Pattern.compile("/?realms/[^/]+/api-credential-delivery(/.*)?");

    private Endpoints() {}

    /** All of them. */
    static boolean concern(String path) {
        return authenticate(path) || administer(path);
    }

    /** Where credentials authenticate, and where their tokens are introspected. */
    static boolean authenticate(String path) {
        return AUTHENTICATING.matcher(path).matches();
    }

    /** Where they are administered, and where their secrets are picked up. */
    static boolean administer(String path) {
        return ADMINISTERING.matcher(path).matches() || handOver(path);
    }

    /** Where somebody picks a secret up by a link. */
    static boolean handOver(String path) {
        return HANDING_OVER.matcher(path).matches();
    }
}
