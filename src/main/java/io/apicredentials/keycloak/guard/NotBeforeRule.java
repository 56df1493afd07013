package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Instant;
import java.util.Optional;

/** How far ahead an edit may set the not-before of a credential. */
final class NotBeforeRule {

    private NotBeforeRule() {}

    /**
     * What is wrong with the not-before of an edit. Further ahead than a revocation sets it, it would end tokens that are
     * not issued yet, and a revocation cannot be taken back. A value that is there already stays, such as that of a node
     * whose clock is ahead.
     */
    static Optional<String> problem(Optional<StoredCredential> before, StoredCredential after, Instant now) {
        boolean isUnchanged = before.map(StoredCredential::notBefore)
                .filter(notBefore -> notBefore == after.notBefore())
                .isPresent();
        if (isUnchanged || !CredentialClients.isBeyondMargin(after.notBefore(), now)) {
            return Optional.empty();
        }
        return Optional.of("The 'notBefore' of an API credential is at most " + CredentialClients.REVOCATION_MARGIN
                + " seconds ahead; to end its tokens, disable it with 'revokeTokens=true'.");
    }
}
