package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialLinks;
import java.time.Instant;

/** Takes a link back at which a secret can still be picked up; the secrets that there are stay as they are. */
public record WithdrawLink(LockedCredential credential) {

    /**
     * Takes it back, with an admin event. The caller has seen to the right to do so.
     *
     * @return whether there was one that is open; else nothing is changed
     */
    public boolean run() {
        ManageContext context = credential.context();
        Instant now = context.now();
        boolean isOpen = credential.stored().delivery().isOpen(now);
        if (isOpen) {
            CredentialLinks.withdraw(credential.client(), now);
            context.changes().linkWithdrawn(credential.representation());
        }
        return isOpen;
    }
}
