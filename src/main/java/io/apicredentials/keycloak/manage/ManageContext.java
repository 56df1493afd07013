package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Where a change of credentials is made, and who is told of it. All of it is in the transaction of the session.
 *
 * @param changes for whom the change is made
 */
public record ManageContext(KeycloakSession session, RealmModel realm, ChangeLog changes, InstantSource clock) {

    CredentialClients clients() {
        return new CredentialClients(session, realm);
    }

    CredentialRepresentation representation(ClientModel client) {
        return CredentialRepresentation.of(Health.of(session, realm).of(client));
    }

    Instant now() {
        return clock.instant();
    }
}
