package io.apicredentials.access;

import io.apicredentials.secret.KnownSecret;

/** The answer to "may this credential be used, here and now?". */
public sealed interface AccessDecision {

    /**
     * It may.
     *
     * @param secret the one of the credential's secrets that was presented
     */
    record Admitted(KnownSecret secret) implements AccessDecision {}

    /** It may not. */
    record Refused(RefusalReason reason) implements AccessDecision {}
}
