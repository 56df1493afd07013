package io.apicredentials.access;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From where, until when and by which secrets a credential can be used.
 *
 * @param expiresAt the first instant at which it cannot be used any more; empty when it has no end
 * @param secrets empty until the first one is picked up
 */
public record AccessTerms(IpAllowList allowedIps, Optional<Instant> expiresAt, List<KnownSecret> secrets) {

    public AccessTerms {
        secrets = List.copyOf(secrets);
    }
}
