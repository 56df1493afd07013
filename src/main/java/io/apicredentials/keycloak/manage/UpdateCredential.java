package io.apicredentials.keycloak.manage;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import java.util.Optional;

/** Replaces the content of a credential as a whole, and mends what keeps it from being used. */
public record UpdateCredential(LockedCredential credential) {

    /**
     * Replaces it, with an admin event. What changes nothing writes nothing. The caller has seen to the right to do so.
     *
     * @return the credential as it is then; empty when the realm could not be given what it needs, and nothing is changed
     */
    public Optional<CredentialRepresentation> run(CredentialContent content) {
        CredentialRepresentation present = credential.representation();
        return Mending.mend(credential).map(mending -> run(content, present, mending));
    }

    private CredentialRepresentation run(CredentialContent content, CredentialRepresentation present, Mending mending) {
        boolean changesNothing = !mending.changedCredential() && present.has(content);
        if (changesNothing && credential.representation().equals(present)) {
            return present;
        }
        ManageContext context = credential.context();
        context.clients().update(credential.client(), content, context.now());
        CredentialRepresentation updated = credential.representation();
        context.changes().updated(updated);
        return updated;
    }
}
