package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.CommittedClient;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.rights.RequestCaller;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What there was before an edit, and who makes it.
 *
 * @param realmExists false while the realm itself is being created, by somebody who may do anything in it
 * @param isOrdinaryClient whether the client was there, and no credential
 * @param isOutdated whether the edit began with a state of the client that is not the stored one any more
 * @param credential the credential as it is stored; empty if the client was none
 * @param content what an edit of the credential could change
 * @param accountId the id of the credential's service account, which is the {@code sub} of its tokens
 * @param editorMayManage whether the editor may manage credentials; true for an edit that concerns none
 */
record StateBeforeEdit(
        boolean realmExists,
        boolean isOrdinaryClient,
        boolean isOutdated,
        Optional<StoredCredential> credential,
        Optional<ClientContent> content,
        Optional<String> accountId,
        boolean editorMayManage) {

    private static final StateBeforeEdit REALM =
            new StateBeforeEdit(false, false, false, Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** Whether the client was in no table before. */
    boolean isNew(ClientModel edited) {
        return !isOrdinaryClient
                && credential
                        .filter(stored -> stored.id().equals(edited.getId()))
                        .isEmpty();
    }

    /** Whether the client is not what it was. */
    boolean isChangedBy(KeycloakSession session, ClientModel edited) {
        // What the client has now is read from the database, and an import brings very many.
        return content.isEmpty() || !content.equals(Optional.of(ClientContent.of(session, edited)));
    }

    /** Whether more of the client is not what it was than whether it is enabled, and since when tokens count. */
    boolean isContentChangedBy(KeycloakSession session, ClientModel edited) {
        return content.isEmpty()
                || !content.map(ClientContent::withoutState)
                        .equals(Optional.of(ClientContent.of(session, edited).withoutState()));
    }

    /**
     * Reads it, and lets no other request change the credential until the edit is committed or given up: without the lock,
     * what is read here could be over when the edit is written.
     */
    static StateBeforeEdit of(KeycloakSession session, ClientModel client) {
        StateBeforeEdit seen = read(session, client);
        boolean isThere = seen.credential
                .filter(credential -> credential.id().equals(client.getId()))
                .isPresent();
        if (!isThere) {
            return seen;
        }
        RowLock lock = CredentialClients.lockEdited(session, client);
        StateBeforeEdit locked = read(session, client);
        return new StateBeforeEdit(
                locked.realmExists,
                locked.isOrdinaryClient,
                lock != RowLock.HELD,
                locked.credential,
                locked.content,
                locked.accountId,
                locked.editorMayManage);
    }

    /**
     * Read in a session that knows nothing of the edit. By client ID too: a partial import that overwrites removes the
     * client and creates one of the same name.
     */
    private static StateBeforeEdit read(KeycloakSession session, ClientModel client) {
        String realmId = client.getRealm().getId();
        String id = client.getId();
        String clientId = client.getClientId();
        RealmsBeingCreated created = RealmsBeingCreated.of(session);
        if (created.has(realmId)) {
            return REALM;
        }
        boolean isOrWasCredential = StoredCredential.isOrWasApiCredential(client);
        StateBeforeEdit read =
                KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), fresh -> {
                    RealmModel realm = fresh.realms().getRealm(realmId);
                    if (realm == null) {
                        return REALM;
                    }
                    fresh.getContext().setRealm(realm);
                    Optional<CommittedClient> there = CommittedClient.withId(fresh, realm, id)
                            .or(() -> CommittedClient.withClientId(fresh, realm, clientId));
                    Optional<StoredCredential> credential =
                            there.filter(CommittedClient::isCredential).map(CommittedClient::content);
                    // Past the cache, as the row: the session itself would ask the cache.
                    Optional<ClientModel> stored = credential.map(
                            known -> fresh.getProvider(ClientProvider.class).getClientById(realm, known.id()));
                    return new StateBeforeEdit(
                            true,
                            there.isPresent() && credential.isEmpty(),
                            false,
                            credential,
                            stored.map(known -> ClientContent.of(fresh, known)),
                            stored.map(fresh.users()::getServiceAccount).map(UserModel::getId),
                            !(isOrWasCredential || credential.isPresent()) || editorMayManage(session, fresh, realm));
                });
        if (!read.realmExists) {
            created.note(realmId);
        }
        return read;
    }

    /** Keycloak lets others edit clients too: registration (RFC 7591), partial import, fine-grained permissions. */
    static boolean editorMayManage(KeycloakSession editing, KeycloakSession fresh, RealmModel realm) {
        // Another session of a request may not know of it on another thread: nobody becomes the server by that.
        return isByServer(editing)
                || editor(fresh, realm).map(CallerRights::mayManage).orElse(false);
    }

    /** Who makes an edit; empty for what the server itself does, and for registrations. */
    static Optional<CallerRights> editor(KeycloakSession fresh, RealmModel realm) {
        return isByServer(fresh) ? Optional.empty() : new RequestCaller(fresh).rightsIn(realm);
    }

    /** An import at its start or from its command line is no request. */
    private static boolean isByServer(KeycloakSession session) {
        try {
            session.getContext().getHttpRequest();
            return false;
        } catch (ContextNotActiveException noRequest) {
            return true;
        }
    }
}
