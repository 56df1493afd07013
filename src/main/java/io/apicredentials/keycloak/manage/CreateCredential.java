package io.apicredentials.keycloak.manage;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.keycloak.client.CredentialSecrets;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.permission.PermissionSet;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/** Creates a credential. */
public record CreateCredential(ManageContext context) {

    private static final Logger LOG = Logger.getLogger(CreateCredential.class);

    /** A new credential, and how its secret reaches somebody. */
    public record Created(CredentialRepresentation credential, NewSecret secret) {}

    /**
     * Who wants it, and how.
     *
     * @param createdBy the user id of the administrator who wants it
     * @param delivery empty to have the secret at once
     */
    public record Wish(String createdBy, Optional<DeliveryTerms> delivery) {}

    /**
     * Creates it, with an admin event. The caller has seen to the right to do so.
     *
     * @return empty when the realm could not be given what a credential needs; nothing is changed then
     */
    public Optional<Created> run(PermissionSet set, CredentialContent content, Wish wish) {
        return Installer.ensureInstalled(context.session(), context.realm())
                .map(scope -> create(set, content, wish, scope));
    }

    /**
     * Asks others to approve a new credential, with admin events. It is there, and has no secret.
     *
     * @return empty when the realm could not be given what a credential needs; nothing is changed then
     */
    public Optional<CredentialRepresentation> ask(
            PermissionSet set,
            CredentialContent content,
            Optional<DeliveryTerms> delivery,
            AskForApproval.Asker asker) {
        return Installer.ensureInstalled(context.session(), context.realm()).map(scope -> {
            ClientModel client = context.clients().create(set.type(), content, scope, asker.userId(), context.now());
            client.setEnabled(false);
            LockedCredential credential = LockedCredential.created(context, client);
            // Before there is a request, of which there is a record of its own.
            context.because(asker.reason()).changes().recordCreated(client.getId());
            CredentialSubject subject = new CredentialSubject(credential);
            new AskForApproval(subject).run(ProposedChange.create(set.type(), content, delivery), asker);
            CredentialRepresentation asked = credential.representation();
            subject.last().map(context::ofRequest).orElse(context).changes().announceCreated(asked);
            return asked;
        });
    }

    /** Says in the log what administrators should know of the realm in which some are to be created. */
    public void logWarnings() {
        Health.of(context.session(), context.realm())
                .warningsOfAll()
                .forEach(text -> LOG.warnf("Realm %s: %s", context.realm().getName(), text));
    }

    private Created create(PermissionSet set, CredentialContent content, Wish wish, ClientScopeModel scope) {
        // Before the client is added: after that, the session looks for the scopes of the realm in the database.
        Health health = Health.of(context.session(), context.realm());
        ClientModel client = context.clients().create(set.type(), content, scope, wish.createdBy(), context.now());
        NewSecret secret = wish.delivery()
                .<NewSecret>map(terms -> new NewSecret.ByLink(link(client, terms, wish.createdBy())))
                .orElseGet(() -> new NewSecret.Shown(new CredentialSecrets(context.realm()).createFirst(client)));
        CredentialRepresentation credential = CredentialRepresentation.of(health.ofNew(client));
        context.changes().recordCreated(client.getId());
        context.changes().announceCreated(credential);
        return new Created(credential, secret);
    }

    private DeliveryToken link(ClientModel client, DeliveryTerms terms, String requestedBy) {
        return new CredentialLinks(context.realm()).make(client, terms, Duration.ZERO, requestedBy, context.now());
    }
}
