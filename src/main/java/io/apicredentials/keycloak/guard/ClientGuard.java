package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.store.CredentialClients;
import io.apicredentials.keycloak.store.StoredCredential;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Judges one edit of a client before it is committed, whichever door it came through. */
final class ClientGuard {

    private static final Logger LOG = Logger.getLogger(ClientGuard.class);
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final String CHECKED = "api-credential-checked:";

    private final KeycloakSession session;
    private final ClientModel client;

    ClientGuard(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /**
     * Checks the edit; if nothing is wrong with it, completes it.
     *
     * @return every rule that it breaks
     */
    List<String> check() {
        if (session.getAttribute(CHECKED + client.getId()) != null) {
            scrub(client);
            return List.of();
        }
        Committed committed = committed();
        if (!StoredCredential.bearsTheMark(client) && committed.credential().isEmpty()) {
            return List.of();
        }
        StoredCredential edited = StoredCredential.of(client);
        List<String> problems = new ArrayList<>(ClientRules.broken(client));
        problems.addAll(ContentRules.broken(edited));
        committed.credential().ifPresent(before -> problems.addAll(ProtectedContent.violated(before, edited)));
        if (problems.isEmpty()) {
            complete(committed);
        } else {
            logRefusal(problems);
        }
        return problems;
    }

    /** An import at the start of the server has no caller to be told. */
    private void logRefusal(List<String> problems) {
        String refusal = client.getClientId() + ": " + String.join(" ", problems);
        // The sentences quote the edit, in which a line break would forge a line of the log.
        LOG.warnf(
                "Refused an edit of the API credential %s",
                LINE_BREAKS.matcher(refusal).replaceAll("?"));
    }

    private void complete(Committed committed) {
        scrub(client);
        if (committed.credential().isPresent()) {
            CredentialClients.touch(client, InstantSource.system().instant());
        }
        // Both hooks see most edits; what the first has completed the second must not take for a conflict.
        session.setAttribute(CHECKED + client.getId(), true);
        if (committed.realmExists()) {
            conformAfterwards();
        }
    }

    /** Takes the clear-text secret away that Keycloak has just generated, if the client is a credential. */
    static void scrub(ClientModel client) {
        if (StoredCredential.bearsTheMark(client)) {
            CredentialClients.removeClearTextSecrets(client);
        }
    }

    /** Keycloak adds scopes and roles after this edit was judged, and a partial import adds no service account at all. */
    private void conformAfterwards() {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = client.getRealm().getId();
        String clientId = client.getId();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                KeycloakModelUtils.runJobInTransaction(factory, fresh -> conform(fresh, realmId, clientId));
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void conform(KeycloakSession session, String realmId, String clientId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        CredentialClients clients = new CredentialClients(session, realm);
        clients.find(clientId)
                .ifPresent(credential -> clients.conform(credential, Installer.ensureInstalled(session, realm)));
    }

    private record Committed(boolean realmExists, Optional<StoredCredential> credential) {}

    /**
     * The state before the edit, read in a session that knows nothing of it; normally from the cache. By client ID too: a
     * partial import that overwrites removes the client and creates one of the same name.
     */
    private Committed committed() {
        String realmId = client.getRealm().getId();
        String id = client.getId();
        String clientId = client.getClientId();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), fresh -> {
            RealmModel realm = fresh.realms().getRealm(realmId);
            if (realm == null) {
                return new Committed(false, Optional.empty());
            }
            return new Committed(
                    true,
                    Optional.ofNullable(fresh.clients().getClientById(realm, id))
                            .or(() -> Optional.ofNullable(fresh.clients().getClientByClientId(realm, clientId)))
                            .filter(StoredCredential::bearsTheMark)
                            .map(StoredCredential::of));
        });
    }
}
