package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.json.CredentialRepresentation;

/** Removes a credential for good. */
public record DeleteCredential(LockedCredential credential) {

    /**
     * Removes it, with an admin event. The caller has seen to the right to do so.
     *
     * @param revokeTokens false lets tokens already issued go on working until they expire
     */
    public void run(boolean revokeTokens) {
        ManageContext context = credential.context();
        CredentialRepresentation deleted = credential.representation();
        context.clients().delete(credential.client(), revokeTokens, context.now());
        context.changes().deleted(deleted, revokeTokens);
    }
}
