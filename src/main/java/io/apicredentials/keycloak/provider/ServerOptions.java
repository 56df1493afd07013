package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator tells a server at its start, and what Keycloak's own options say of the proxies before it.
 *
 * @param installIntoExistingRealms false leaves existing realms alone until a credential is created in them
 * @param normalFailures how many failed authentications of one credential, or from one address, within a minute are normal;
 *     0 never warns
 * @param noticeInterval how long after each other it is looked for what owners of credentials are to be told; zero never looks
 */
public record ServerOptions(
        boolean installIntoExistingRealms, int normalFailures, ProxySettings proxies, Duration noticeInterval) {

    /** Nothing is known, so that no address is, and every use of a credential is refused. */
    static final ServerOptions UNKNOWN =
            new ServerOptions(false, 0, new ProxySettings(Optional.empty(), false, OptionalInt.empty()), Duration.ZERO);
}
