package io.apicredentials.keycloak.guard;

import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * The realms that the transaction of a session creates. Until its end nobody else knows them, so that none of the many clients
 * of a realm file needs a look at what is committed.
 */
final class RealmsBeingCreated extends AbstractKeycloakTransaction {

    private static final String KEY = "api-credential-realms-being-created";

    private final Set<String> ids = new HashSet<>();

    private RealmsBeingCreated() {}

    static RealmsBeingCreated of(KeycloakSession session) {
        RealmsBeingCreated known = session.getAttribute(KEY, RealmsBeingCreated.class);
        if (known != null) {
            return known;
        }
        RealmsBeingCreated none = new RealmsBeingCreated();
        session.setAttribute(KEY, none);
        session.getTransactionManager().enlistAfterCompletion(none);
        return none;
    }

    boolean has(String realmId) {
        return ids.contains(realmId);
    }

    void note(String realmId) {
        ids.add(realmId);
    }

    @Override
    protected void commitImpl() {
        ids.clear();
    }

    @Override
    protected void rollbackImpl() {
        ids.clear();
    }
}
