package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.AuthorizationServices;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialAttribute.Edit;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.install.Installer;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;

/**
 * The end of the edit of a credential, in its transaction and just before that is committed. Keycloak goes on after both
 * hooks of the guard: a partial import adds authorization services and users, and makes no service account; other ways of
 * editing add client scopes and roles.
 */
final class EndOfEdit extends AbstractKeycloakTransaction {

    private static final InstantSource NOW = InstantSource.system();

    private final KeycloakSession session;
    private final String realmId;
    private final String clientId;
    private final StateBeforeEdit before;

    private EndOfEdit(KeycloakSession session, ClientModel client, StateBeforeEdit before) {
        this.session = session;
        this.realmId = client.getRealm().getId();
        this.clientId = client.getId();
        this.before = before;
    }

    /** Has the edit completed at the end of the session's transaction. */
    static void await(KeycloakSession session, ClientModel client, StateBeforeEdit before) {
        // Keycloak's caches enlist in the transaction when they are first used; at its end that would be too late.
        session.users();
        new AuthorizationServices(session, client).areOn();
        EditAuthor.trail(session).await();
        session.getTransactionManager().enlistPrepare(new EndOfEdit(session, client, before));
    }

    @Override
    protected void commitImpl() {
        RealmModel current = session.getContext().getRealm();
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        try {
            new CredentialClients(session, realm).find(clientId).ifPresent(client -> complete(realm, client));
            EditAuthor.trail(session).arrive();
        } finally {
            session.getContext().setRealm(current);
        }
    }

    private void complete(RealmModel realm, ClientModel client) {
        if (new AuthorizationServices(session, client).areOn()) {
            ClientGuard.logRefusal(client, List.of(ClientShape.NO_AUTHORIZATION));
            throw ErrorResponse.error(ClientShape.NO_AUTHORIZATION, Response.Status.BAD_REQUEST);
        }
        // Before the time of the change is noted, and the client put in order.
        boolean isChanged = before.isChangedBy(session, client);
        before.credential().ifPresentOrElse(stored -> noteChange(stored, client), () -> startAnew(client));
        // A realm that is being created puts its credentials in order by itself.
        if (before.realmExists()) {
            ClientScopeModel scope = Installer.ensureInstalled(session, realm)
                    .orElseThrow(
                            () -> ErrorResponse.error(Installer.NOT_INSTALLED, Response.Status.INTERNAL_SERVER_ERROR));
            ClientShape shape = new ClientShape(session, realm);
            if (before.isNew(client)) {
                shape.giveAdded(client, scope, before.accountId());
            } else {
                shape.give(client, scope, before.accountId());
            }
        }
        record(client, isChanged);
    }

    private void record(ClientModel client, boolean isChanged) {
        if (isChanged) {
            new EditRecord(session, realmId).edited(before.credential(), StoredCredential.of(client));
        }
    }

    /** The time of the last change is what it was, unless something differs; what the edit says of it counts for nothing. */
    private void noteChange(StoredCredential stored, ClientModel client) {
        for (CredentialAttribute<?> attribute : CredentialAttribute.with(Edit.BY_SERVER)) {
            String last = attribute.text(stored.attributes());
            if (last == null) {
                client.removeAttribute(attribute.key());
            } else {
                client.setAttribute(attribute.key(), last);
            }
        }
        if (before.isChangedBy(session, client)) {
            CredentialClients.touch(client, NOW.instant());
        }
    }

    /**
     * A new one gets what its file does not say: that its first secret is to be made, of which type its tokens are, who
     * brought it, and when. One with a secret was a credential before, and its tokens stay as they were. What the
     * owner of one that was deleted was told does not count for it, nor what was asked for in another realm.
     */
    private void startAnew(ClientModel client) {
        Instant now = NOW.instant();
        StoredCredential brought = StoredCredential.of(client);
        if (ContentRules.saysNothingOfSecrets(brought)) {
            CredentialLinks.awaitFirstSecret(client, now);
            ClientShape.giveTokenType(client);
        }
        // What a realm file says of its credentials is all that is known of them.
        if (!before.realmExists()) {
            return;
        }
        client.removeAttribute(CredentialAttribute.NOTICES.key());
        client.removeAttribute(CredentialAttribute.REQUEST.key());
        if (brought.createdBy() == null) {
            EditAuthor.of(session, realmId).id().ifPresent(user -> CredentialAttribute.CREATED_BY.write(client, user));
        }
        for (CredentialAttribute<Instant> time :
                List.of(CredentialAttribute.CREATED_AT, CredentialAttribute.UPDATED_AT)) {
            // From a time that is still to come on it would count as in use.
            if (time.read(brought.attributes()).filter(at -> !at.isAfter(now)).isEmpty()) {
                time.write(client, now.truncatedTo(ChronoUnit.MILLIS));
            }
        }
    }

    @Override
    protected void rollbackImpl() {}
}
