package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ChangeBase;
import io.apicredentials.keycloak.json.ProposedChange;
import java.util.Optional;

/** A credential about which something is asked. */
public record CredentialSubject(LockedCredential credential) implements ApprovalSubject {

    @Override
    public ManageContext context() {
        return credential.context();
    }

    @Override
    public String name() {
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
    public void store(LastRequest last) {
        CredentialAttribute.REQUEST.write(credential.client(), last);
    }

    @Override
    public ChangeBase base(Operation operation) {
        return ChangeBase.of(operation, credential.stored());
    }

    @Override
    public void log(RequestAction action, LastRequest last) {
        context().changes().request(credential.representation(), action, last);
    }

    @Override
    public Effect apply(LastRequest approved) {
        ProposedChange change = ProposedChange.of(approved);
        ProposedContent proposed = ProposedContent.of(context(), credential.stored(), change);
        if (!proposed.problems().isEmpty()) {
            return new Effect.Impossible(proposed.problems());
        }
        LockedCredential effect = credential.ofRequest(approved);
        boolean isMade = switch (change.operation()) {
            case CREATE -> {
                // What was approved is written anew, whatever happened to the client since.
                context()
                        .clients()
                        .update(
                                credential.client(),
                                proposed.content().orElseThrow(),
                                context().now());
                yield new EnableCredential(effect).run().isPresent();
            }
            case UPDATE ->
                new UpdateCredential(effect)
                        .run(proposed.content().orElseThrow())
                        .isPresent();
            case ENABLE -> new EnableCredential(effect).run().isPresent();
            case DELETE -> {
                new DeleteCredential(effect).run(change.revokesTokens());
                yield true;
            }
            // The secret is made when it is picked up.
            case ROTATE -> true;
            case SETTINGS -> throw new IllegalStateException("a credential has no settings");
        };
        return isMade ? new Effect.Made() : new Effect.NotPrepared();
    }
}
