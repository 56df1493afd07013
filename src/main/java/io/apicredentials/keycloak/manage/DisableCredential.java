package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.json.CredentialRepresentation;
import org.keycloak.models.ClientModel;

/** Stops the authentication of a credential at once. */
public record DisableCredential(LockedCredential credential) {

    /**
     * Disables it, with an admin event. What changes nothing writes nothing. The caller has seen to the right to do so.
     *
     * @param revokeTokens false lets tokens already issued go on working until they expire
     * @return the credential as it is then
     */
    public CredentialRepresentation run(boolean revokeTokens) {
        ManageContext context = credential.context();
        ClientModel client = credential.client();
        boolean changed = context.clients().setEnabled(client, false, context.now());
        if (revokeTokens) {
            context.clients().revokeTokens(client, context.now());
        }
        CredentialRepresentation disabled = credential.representation();
        if (changed || revokeTokens) {
            context.changes().switched("disable", disabled, revokeTokens);
        }
        return disabled;
    }
}
