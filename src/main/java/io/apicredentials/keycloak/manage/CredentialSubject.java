package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;

/** A credential about which something is asked. */
public record CredentialSubject(LockedCredential credential) implements ApprovalSubject {

    @Override
    public ManageContext context() {
        return credential.context();
    }

    @Override
    public String name() {
        return id();
    }

    @Override
    public String id() {
        return credential.client().getId();
    }

    @Override
    public Optional<StoredCredential> credentialAsStored() {
        return Optional.of(credential.stored());
    }

    @Override
    public Optional<LastRequest> last() {
        return credential.stored().approval().last();
    }

    @Override
    public void keep(LastRequest last) {
        CredentialAttribute.REQUEST.write(credential.client(), last);
    }

    @Override
    public JsonNode base(Operation operation) {
        return ProposedChange.base(operation, credential.stored());
    }

    @Override
    public void tell(RequestAction action, LastRequest last) {
        context().changes().request(credential.representation(), action, last);
    }

    @Override
    public List<Problem> make(LastRequest approved) {
        ProposedChange change = ProposedChange.of(approved);
        context().changes().ofRequest(approved);
        return switch (change.operation()) {
            case CREATE -> create(change);
            case UPDATE -> update(change);
            case ENABLE -> enable();
            case DELETE -> {
                new DeleteCredential(credential).run(change.revokesTokens());
                yield List.of();
            }
            // The secret is made when it is picked up.
            case ROTATE -> List.of();
            case SETTINGS -> throw new IllegalStateException("a credential has no settings");
        };
    }

    /** What the client has is written anew: it is what was approved, whatever happened to the client since. */
    private List<Problem> create(ProposedChange change) {
        ProposedContent proposed = ProposedContent.created(context(), credential.stored(), change);
        if (!proposed.problems().isEmpty()) {
            return proposed.problems();
        }
        context()
                .clients()
                .update(
                        credential.client(),
                        proposed.content().orElseThrow(),
                        context().now());
        return switchOn();
    }

    private List<Problem> update(ProposedChange change) {
        ProposedContent proposed = ProposedContent.updated(context(), credential.stored(), change);
        if (!proposed.problems().isEmpty()) {
            return proposed.problems();
        }
        boolean isDone = new UpdateCredential(credential)
                .run(proposed.content().orElseThrow())
                .isPresent();
        return isDone ? List.of() : List.of(notPrepared());
    }

    private List<Problem> enable() {
        StoredCredential stored = credential.stored();
        List<Problem> problems = context().judge().enabled(stored, stored.content());
        return problems.isEmpty() ? switchOn() : problems;
    }

    private List<Problem> switchOn() {
        return new EnableCredential(credential).run().isPresent() ? List.of() : List.of(notPrepared());
    }

    private static Problem notPrepared() {
        return Problem.of("", ApprovalProblem.REALM_NOT_PREPARED);
    }
}
