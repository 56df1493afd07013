package io.apicredentials.access;

import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import java.util.Optional;

/**
 * One of the checks of a use, in the order in which they are made: cheap ones first, and nobody at an unlisted address
 * learns or burns anything by guessing secrets.
 */
public enum AccessCheck {
    /** What the use is for. */
    PURPOSE {
        @Override
        Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt) {
            return refusalUnless(attempt.purposeAllowed(), RefusalReason.GRANT_NOT_ALLOWED);
        }
    },
    /** The state of the credential. */
    STATE {
        @Override
        Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt) {
            return ofState(rules);
        }
    },
    /** Whether what is stored of the credential can be read. */
    CONTENT {
        @Override
        Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt) {
            return ofContent(rules);
        }
    },
    /** Where the request comes from. */
    ADDRESS {
        @Override
        Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt) {
            Optional<PeerAddress> peer = attempt.peer();
            return peer.isEmpty()
                    ? Optional.of(RefusalReason.ADDRESS_UNKNOWN)
                    : refusalUnless(isListed(rules.allowedIps(), peer.get()), RefusalReason.ADDRESS_NOT_ALLOWED);
        }
    },
    /** What the request brought along. */
    SECRET {
        @Override
        Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt) {
            return attempt.secret() instanceof PresentedSecret.Ambiguous
                    ? Optional.of(RefusalReason.AMBIGUOUS_AUTHENTICATION)
                    : refusalUnless(rules.secretOf(attempt).isPresent(), RefusalReason.UNKNOWN_SECRET);
        }
    };

    /** Why this check refuses the use; empty when it does not. */
    abstract Optional<RefusalReason> refusal(AccessRules rules, AccessAttempt attempt);

    static Optional<RefusalReason> ofState(AccessRules rules) {
        return refusalUnless(rules.state() == CredentialState.ENABLED, RefusalReason.DISABLED);
    }

    static Optional<RefusalReason> ofContent(AccessRules rules) {
        boolean isReadable = rules.allowedIps().isPresent() && !rules.secrets().isEmpty();
        return refusalUnless(isReadable, RefusalReason.UNREADABLE_CREDENTIAL);
    }

    private static boolean isListed(Optional<IpAllowList> allowed, PeerAddress peer) {
        return allowed.isPresent() && allowed.get().permits(peer);
    }

    private static Optional<RefusalReason> refusalUnless(boolean holds, RefusalReason reason) {
        return holds ? Optional.empty() : Optional.of(reason);
    }
}
