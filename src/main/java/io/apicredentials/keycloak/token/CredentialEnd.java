package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import java.time.InstantSource;
import org.keycloak.models.ClientModel;

/** The end of a credential, where a token of it is shown: it may have been moved to an earlier instant since the token was issued. */
final class CredentialEnd {

    private static final InstantSource NOW = InstantSource.system();

    private CredentialEnd() {}

    static boolean isOver(ClientModel client) {
        return StoredCredential.of(client).hasExpired(NOW.instant());
    }
}
