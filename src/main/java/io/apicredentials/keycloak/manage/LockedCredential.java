package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/**
 * A credential that no other request changes until the transaction ends. What is read of it is what the database has, and
 * what it will have until then.
 */
public final class LockedCredential implements LockAttempt {

    private final ManageContext context;
    private final ClientModel client;

    private LockedCredential(ManageContext context, ClientModel client) {
        this.context = context;
        this.client = client;
    }

    /** Locks a credential. */
    public static LockAttempt take(ManageContext context, ClientModel client) {
        RowLock lock = context.clients().lock(client);
        return switch (lock) {
            case HELD, OUTDATED -> begin(new LockedCredential(context, client));
            case GONE -> LockAttempt.Missed.GONE;
            case BUSY -> LockAttempt.Missed.BUSY;
        };
    }

    private static LockedCredential begin(LockedCredential credential) {
        credential.context.changes().begin(credential.stored());
        return credential;
    }

    /** A credential that this transaction has made, so that nobody else knows it. */
    static LockedCredential created(ManageContext context, ClientModel client) {
        return new LockedCredential(context, client);
    }

    /** The same for changes of which somebody says why. */
    public LockedCredential because(Optional<String> reason) {
        return new LockedCredential(context.because(reason), client);
    }

    /** The same for changes that come from a request for approval. */
    LockedCredential ofRequest(LastRequest last) {
        return new LockedCredential(context.ofRequest(last), client);
    }

    /** The credential as it is stored at present. */
    public StoredCredential stored() {
        return StoredCredential.of(client);
    }

    /** The credential as others see it at present. */
    public CredentialRepresentation representation() {
        return context.representation(client);
    }

    ManageContext context() {
        return context;
    }

    ClientModel client() {
        return client;
    }
}
