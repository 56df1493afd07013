package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.AuthorizationServices;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.CredentialSetup;
import io.apicredentials.keycloak.client.ServiceAccounts;
import io.apicredentials.keycloak.install.Installer;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * That a credential and its realm were given back what the credential needs to be used, and that what was added to its client
 * was taken away.
 *
 * @param changedCredential whether there was anything to mend at the credential
 */
record Mending(boolean changedCredential) {

    /** Mends; empty when the realm could not be given what a credential needs, and nothing is changed. */
    static Optional<Mending> mend(LockedCredential credential) {
        ManageContext context = credential.context();
        return Installer.ensureInstalled(context.session(), context.realm())
                .map(scope -> mend(context.session(), context.realm(), credential.client(), scope));
    }

    private static Mending mend(KeycloakSession session, RealmModel realm, ClientModel client, ClientScopeModel scope) {
        CredentialSetup before = CredentialSetup.of(session, client);
        new AuthorizationServices(session, client).remove();
        new ClientShape(session, realm).give(client, scope);
        new ServiceAccounts(session, realm).enable(client);
        return new Mending(!before.equals(CredentialSetup.of(session, client)));
    }
}
