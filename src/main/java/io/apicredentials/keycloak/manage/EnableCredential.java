package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** Enables a credential, and mends what keeps it from being used. */
public record EnableCredential(LockedCredential credential) {

    /**
     * Enables it, with an admin event. What changes nothing writes nothing. The caller has seen to the right to do so.
     *
     * @return the credential as it is then; empty when the realm could not be given what it needs, and nothing is changed
     */
    public Optional<CredentialRepresentation> run() {
        CredentialRepresentation before = credential.representation();
        return Mending.mend(credential).map(mending -> run(before, mending));
    }

    private CredentialRepresentation run(CredentialRepresentation before, Mending mending) {
        ManageContext context = credential.context();
        ClientModel client = credential.client();
        boolean changed = context.clients().setEnabled(client, true, context.now());
        if (mending.changedCredential() && !changed) {
            CredentialClients.touch(client, context.now());
        }
        CredentialRepresentation enabled = credential.representation();
        if (changed || !enabled.equals(before)) {
            context.changes().switched("enable", enabled, false);
        }
        return enabled;
    }
}
