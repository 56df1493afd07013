package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.notice.ToldNotices;

/** Notes what the owner of a credential was told. The credential stays what it was, and nobody's edit is stale by it. */
public record NoteNotices(LockedCredential credential) {

    /** Notes it, without an admin event. */
    public void run(ToldNotices told) {
        CredentialAttribute.NOTICES.write(credential.client(), told);
    }
}
