package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What an operator tells a server at its start, and what Keycloak's own options say of the proxies before it.
 *
 * @param installIntoExistingRealms false leaves existing realms alone until a credential is created in them
 * @param normalFailures how many failed authentications of one credential, or from one address, within a minute are normal;
 *     0 never warns
 * @param noticeInterval how long after each other it is looked for what owners of credentials are to be told; zero never looks
 * @param usage how uses are counted
 * @param auditRetention for how long records of changes are kept; zero for good
 * @param withoutApproval the names of the realms in which what waits for approval can be changed without it, for when nobody is
 *     left who could approve
 */
public record ServerOptions(
        boolean installIntoExistingRealms,
        int normalFailures,
        ProxySettings proxies,
        Duration noticeInterval,
        UsageOptions usage,
        Duration auditRetention,
        Set<String> withoutApproval) {

    /** The option that names the realms without approval, for messages. */
    static final String BREAK_GLASS = "--spi-api-credentials--server--approval-break-glass";

    private static final Logger LOG = Logger.getLogger(ServerOptions.class);

    /** Nothing is known, so that no address is, and every use of a credential is refused. */
    static final ServerOptions UNKNOWN = new ServerOptions(
            false,
            0,
            new ProxySettings(Optional.empty(), false, OptionalInt.empty()),
            Duration.ZERO,
            new UsageOptions(Duration.ZERO, Duration.ZERO),
            Duration.ZERO,
            Set.of());

    /**
     * How uses are counted.
     *
     * @param flushInterval how long after each other counts are written into the database; zero counts nothing
     * @param retention for how long they are kept there
     */
    public record UsageOptions(Duration flushInterval, Duration retention) {}

    public ServerOptions {
        withoutApproval = Set.copyOf(withoutApproval);
    }

    /**
     * Whether what waits for approval in a realm can be changed without it. To be asked when such a change is made, and at no
     * other time: each is a warning in the log.
     *
     * @param realm the name of the realm before the change
     */
    public boolean breaksGlass(String realm) {
        boolean breaks = withoutApproval.contains(realm);
        if (breaks) {
            LOG.warnf(
                    "What waits for approval in the realm %s is changed without approval, since %s names it",
                    realm, BREAK_GLASS);
        }
        return breaks;
    }

    /** Says at the start that approval can be changed without it, so that nobody leaves that so. */
    void logWarnings() {
        proxies.logWarnings();
        if (!withoutApproval.isEmpty()) {
            LOG.warnf(
                    "%s is set: what waits for approval can be changed without it in %s. Remove it as soon as that is done.",
                    BREAK_GLASS, withoutApproval.stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}
