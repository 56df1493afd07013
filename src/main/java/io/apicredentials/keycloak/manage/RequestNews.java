package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.keycloak.client.StoredCredential;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Tells within the server that a request was made or has ended. The transaction of the session is open still, and what
 * it has changed is true only when it is committed.
 *
 * @param subject what the ids of requests about the same begin with
 * @param credential the credential, as it is before anything is made of the request; empty for the settings of the realm
 */
public record RequestNews(
        KeycloakSession session,
        RealmModel realm,
        String subject,
        Optional<StoredCredential> credential,
        LastRequest last)
        implements ProviderEvent {

    static void publish(ApprovalSubject subject, LastRequest last) {
        KeycloakSession session = subject.context().session();
        session.getKeycloakSessionFactory()
                .publish(new RequestNews(
                        session, subject.context().realm(), subject.name(), subject.credentialAsStored(), last));
    }

    /** What the request is now. */
    public RequestStatus status() {
        return last.decision().map(made -> made.status()).orElse(RequestStatus.OPEN);
    }
}
