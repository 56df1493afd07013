package io.apicredentials.keycloak.clientauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.apicredentials.network.PeerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Counts the failed authentications of each credential and from each address within a minute of the clock, so that guessing
 * at volume is seen (RFC 6749 2.3.1, RFC 6819 4.3.2).
 *
 * <p>It refuses nobody: a limit that did would let anybody lock a credential out by failing in its name. It counts on this
 * node only, and forgets the least used of very many.
 */
final class FailureCounts {

    private static final Logger LOG = Logger.getLogger(FailureCounts.class);

    /** A client ID that was imported may have line breaks, which would forge lines of the log. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");

    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Of some hundred bytes each. */
    private static final int MAX_KEYS = 20_000;

    private enum Kind {
        CREDENTIAL,
        ADDRESS
    }

    private record Key(Kind kind, String value) {}

    private record Count(long window, long failures) {}

    private final Cache<Key, Count> counts = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(WINDOW)
            .executor(Runnable::run)
            .build();

    /**
     * Notes a failure, and says so in the log when it is the first that is not normal.
     *
     * @param id of the client, which is the same in no two realms
     * @param clientId for the log
     * @param peer empty when the address is not known; then it is counted for the credential only
     * @param normal how many failures of one credential, or from one address, within a minute are normal; 0 counts nothing
     * @return whether the credential or the address has had more
     */
    boolean note(String id, String clientId, Optional<PeerAddress> peer, Instant now, int normal) {
        if (normal == 0) {
            return false;
        }
        long ofCredential = count(new Key(Kind.CREDENTIAL, id), now);
        if (ofCredential == normal + 1L) {
            LOG.warnf(
                    "More than %d failed authentications of the API credential %s within a minute",
                    normal, UNPRINTABLE.matcher(clientId).replaceAll("?"));
        }
        long fromAddress = 0;
        if (peer.isPresent()) {
            String address = peer.get().toString();
            fromAddress = count(new Key(Kind.ADDRESS, address), now);
            if (fromAddress == normal + 1L) {
                LOG.warnf(
                        "More than %d failed authentications of API credentials from %s within a minute",
                        normal, address);
            }
        }
        return ofCredential > normal || fromAddress > normal;
    }

    /** How many keys it remembers. */
    long size() {
        counts.cleanUp();
        return counts.estimatedSize();
    }

    private long count(Key key, Instant now) {
        long window = Math.floorDiv(now.getEpochSecond(), WINDOW.toSeconds());
        return counts.asMap()
                .merge(
                        key,
                        new Count(window, 1),
                        (old, first) -> old.window == window ? new Count(window, old.failures + 1) : first)
                .failures;
    }
}
