package io.apicredentials.keycloak.guard;

import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.Operation;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What waits for the approval of others in the realm, applied to an edit of a client: nobody else has seen what it makes of
 * the credential, so that it is refused. To disable a credential, or to end its tokens, never waits.
 */
final class ApprovalRules {

    static final String WAITS_FOR_UPDATE =
            "In this realm, changes of API credentials wait for approval; ask for them through the resource"
                    + " 'api-credentials'.";
    static final String WAITS_FOR_DELETE =
            "In this realm, the deletion of API credentials waits for approval; ask for it through the resource"
                    + " 'api-credentials'.";
    static final String WAITS_FOR_SCOPE =
            "In this realm, changes of API credentials wait for approval, and all of them have this client scope; it cannot be"
                    + " changed.";
    private static final String WAITS_FOR_CREATE =
            "In this realm, new API credentials wait for approval; ask for them through the resource 'api-credentials'.";
    private static final String WAITS_FOR_ENABLE =
            "In this realm, enabling API credentials waits for approval; ask for it through the resource"
                    + " 'api-credentials'.";
    private static final String OPEN_REQUEST =
            "A request for approval of this API credential is open, or its approved secret waits to be picked up; the"
                    + " credential cannot be replaced meanwhile.";
    private static final String NO_SECRET =
            "This API credential has no secret yet, and a request for approval is not brought into a realm that exists;"
                    + " ask for the credential through the resource 'api-credentials'.";
    static final String UNAPPROVED =
            "The creation of this API credential is not approved; nothing of it can be edited.";

    private static final InstantSource NOW = InstantSource.system();

    private ApprovalRules() {}

    /**
     * Everything of an edit that waits. A realm that is being created brings its credentials and requests as they were
     * elsewhere.
     *
     * @param changesAnything whether the edit changes anything of the client
     * @param changesContent whether it changes more than that the credential is disabled or its tokens end
     */
    static List<String> broken(
            ApprovalRule rule,
            StateBeforeEdit before,
            StoredCredential edited,
            boolean changesAnything,
            boolean changesContent) {
        if (!before.realmExists()) {
            return List.of();
        }
        Optional<StoredCredential> stored = before.credential();
        List<String> problems = new ArrayList<>();
        if (stored.isEmpty()) {
            add(problems, rule.requires(Operation.CREATE), WAITS_FOR_CREATE);
            add(problems, edited.state() == CredentialState.UNAPPROVED, UNAPPROVED);
            add(problems, edited.secrets().isEmpty() && edited.approval().last().isPresent(), NO_SECRET);
            return problems;
        }
        boolean enables = edited.enabled() && !stored.get().enabled();
        add(problems, changesAnything && stored.get().state() == CredentialState.UNAPPROVED, UNAPPROVED);
        boolean isReplaced = !stored.get().id().equals(edited.id());
        add(problems, isReplaced && isWaiting(stored.get()), OPEN_REQUEST);
        add(problems, enables && rule.requires(Operation.ENABLE), WAITS_FOR_ENABLE);
        add(problems, changesContent && rule.requires(Operation.UPDATE), WAITS_FOR_UPDATE);
        return problems;
    }

    /** An id of a request names the credential by its id, which a client that replaces it has not. */
    private static boolean isWaiting(StoredCredential stored) {
        return stored.approval().open(NOW.instant()).isPresent()
                || stored.approval().awaitingPickUp().isPresent();
    }

    private static void add(List<String> problems, boolean isBroken, String problem) {
        if (isBroken) {
            problems.add(problem);
        }
    }
}
