package io.apicredentials.keycloak.manage;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.secret.ClientSecret;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientScopeModel;

/** Creates a credential. */
public record CreateCredential(ManageContext context) {

    private static final Logger LOG = Logger.getLogger(CreateCredential.class);

    /** A new credential and its secret in clear, which exists nowhere else. */
    public record Created(CredentialRepresentation credential, ClientSecret secret) {}

    /**
     * Creates it, with an admin event. The caller has seen to the right to do so.
     *
     * @param createdBy the user id of the administrator who wants it
     * @return empty when the realm could not be given what a credential needs; nothing is changed then
     */
    public Optional<Created> run(PermissionSet set, CredentialContent content, String createdBy) {
        return Installer.ensureInstalled(context.session(), context.realm())
                .map(scope -> create(set, content, createdBy, scope));
    }

    private Created create(PermissionSet set, CredentialContent content, String createdBy, ClientScopeModel scope) {
        Health health = Health.of(context.session(), context.realm());
        health.warningsOfAll()
                .forEach(text -> LOG.warnf("Realm %s: %s", context.realm().getName(), text));
        CredentialClients.Created created =
                context.clients().create(set.type(), content, scope, createdBy, context.now());
        CredentialRepresentation credential = CredentialRepresentation.of(health.of(created.client()));
        context.changes().created(credential);
        return new Created(credential, created.secret());
    }
}
