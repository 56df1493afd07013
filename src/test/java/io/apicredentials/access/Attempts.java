package io.apicredentials.access;

import io.apicredentials.access.PresentedSecret.Ambiguous;
import io.apicredentials.access.PresentedSecret.Missing;
import io.apicredentials.access.PresentedSecret.Present;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts to use a credential, and rules for them. */
final class Attempts {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static final ClientSecret SECRET = secret(1);
    static final PresentedSecret RIGHT = new Present(SECRET);
    static final PresentedSecret WRONG = new Present(secret(2));
    static final PresentedSecret MISSING = new Missing();
    static final PresentedSecret AMBIGUOUS = new Ambiguous();

    static final String LISTED = "203.0.113.7";
    static final String UNLISTED = "203.0.113.8";
    static final @Nullable String UNKNOWN = null;

    static final KnownSecret KNOWN = known(SECRET, null);
    static final List<KnownSecret> SECRETS = List.of(KNOWN);

    private Attempts() {}

    static AccessAttempt attempt(boolean purposeAllowed, @Nullable String peer, PresentedSecret presented) {
        return new AccessAttempt(purposeAllowed, PeerAddress.parse(peer), presented, NOW);
    }

    static AccessRules rules(CredentialState state, String address, List<KnownSecret> secrets) {
        return new AccessRules(state, terms(address, secrets, Optional.empty()), Optional.empty());
    }

    static AccessRules expiring(CredentialState state, Instant end) {
        return new AccessRules(state, terms(LISTED, SECRETS, Optional.of(end)), Optional.empty());
    }

    static Optional<AccessTerms> terms(String address, List<KnownSecret> secrets, Optional<Instant> end) {
        return IpAllowList.parse(List.of(address), problem -> {})
                .map(addresses -> new AccessTerms(addresses, end, secrets));
    }

    static KnownSecret known(ClientSecret secret, @Nullable Instant end) {
        return new KnownSecret(
                SecretHash.of(secret, new byte[SecretHash.SALT_BYTES]),
                secret.environment(),
                Optional.empty(),
                Optional.ofNullable(end),
                false);
    }

    static ClientSecret secret(int seed) {
        return secret(Optional.empty(), seed);
    }

    static ClientSecret secret(Optional<Environment> environment, int seed) {
        byte[] bytes = new byte[ClientSecret.RANDOM_BYTES];
        bytes[0] = (byte) seed;
        return ClientSecret.of(environment, bytes);
    }
}
