package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import java.util.function.Function;
import org.keycloak.models.ClientModel;

/**
 * A credential that no other request changes until the transaction ends. What is read of it is what the database has, and
 * what it will have until then.
 */
public final class LockedCredential {

    private final ManageContext context;
    private final ClientModel client;

    private LockedCredential(ManageContext context, ClientModel client) {
        this.context = context;
        this.client = client;
    }

    /** Why there is no lock. */
    public enum Missed {
        /** Somebody deleted the credential. */
        GONE,
        /** Others kept it locked for too long. */
        BUSY
    }

    /**
     * Locks a credential.
     *
     * @param refusal what to throw without a lock
     */
    public static LockedCredential take(
            ManageContext context, ClientModel client, Function<Missed, RuntimeException> refusal) {
        RowLock lock = context.clients().lock(client);
        return switch (lock) {
            case HELD, OUTDATED -> new LockedCredential(context, client);
            case GONE -> throw refusal.apply(Missed.GONE);
            case BUSY -> throw refusal.apply(Missed.BUSY);
        };
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
