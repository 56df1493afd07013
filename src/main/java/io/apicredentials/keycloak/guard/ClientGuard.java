package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.store.ClientShape;
import io.apicredentials.keycloak.store.CredentialClients;
import io.apicredentials.keycloak.store.RowLock;
import io.apicredentials.keycloak.store.StoredCredential;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
    private static final int MAX_LOGGED = 2_000;
    private static final String CHECKED = "api-credential-checked:";
    static final String NO_RIGHT =
            "Only who may manage API credentials can create or edit them: with manage-clients or manage-api-credentials.";
    private static final InstantSource NOW = InstantSource.system();

    private final KeycloakSession session;
    private final ClientModel client;
    private final boolean isSecondLook;

    ClientGuard(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
        this.isSecondLook = hasJudged(session, client.getId());
    }

    /** Whether an edit of this client has been found right in this session. */
    static boolean hasJudged(KeycloakSession session, String id) {
        return session.getAttribute(CHECKED + id) != null;
    }

    /**
     * Checks the edit; if nothing is wrong with it, completes it. Both hooks see most edits, and Keycloak goes on editing
     * between them: the second look is for what was added, and what the first has completed is no conflict for it.
     *
     * @return every rule that it breaks
     */
    List<String> check() {
        Before before = isSecondLook ? Before.UNKNOWN : Before.of(session, client);
        if (!StoredCredential.bearsTheMark(client) && before.credential().isEmpty() && !isSecondLook) {
            return List.of();
        }
        List<String> problems = before.editorMayManage() ? broken(before) : List.of(NO_RIGHT);
        if (!problems.isEmpty()) {
            logRefusal(problems);
        } else if (isSecondLook) {
            scrub(client);
        } else {
            complete(before);
        }
        return problems;
    }

    private List<String> broken(Before before) {
        if (before.isOutdated()) {
            return List.of(ProtectedContent.STALE);
        }
        StoredCredential edited = StoredCredential.of(client);
        List<String> problems = new ArrayList<>(ClientRules.broken(session, client));
        problems.addAll(ContentRules.broken(edited));
        if (!isSecondLook) {
            NotBefore.problem(before.credential(), edited, NOW.instant()).ifPresent(problems::add);
        }
        before.credential()
                .ifPresent(stored -> problems.addAll(ProtectedContent.violated(stored, edited, NOW.instant())));
        if (before.isOrdinaryClient()) {
            problems.add(
                    "A client does not become an API credential; create API credentials through the resource 'api-credentials'.");
        }
        return problems;
    }

    /** An import at the start of the server has no caller to be told. */
    private void logRefusal(List<String> problems) {
        String refusal = client.getClientId() + ": " + String.join(" ", problems);
        // The sentences quote the edit: it may be of any length, and a line break in it would forge a line of the log.
        int more = Math.max(0, refusal.length() - MAX_LOGGED);
        String logged = LINE_BREAKS
                .matcher(refusal.substring(0, refusal.length() - more))
                .replaceAll("?");
        LOG.warnf(
                "Refused an edit of the API credential %s%s",
                logged, more == 0 ? "" : "... and " + more + " more characters");
    }

    private void complete(Before before) {
        scrub(client);
        if (before.credential().isPresent()) {
            CredentialClients.touch(client, NOW.instant());
        }
        session.setAttribute(CHECKED + client.getId(), true);
        if (before.realmExists()) {
            conformAfterwards();
        }
    }

    /** Takes the clear-text secret away that Keycloak has just generated, if the client is a credential. */
    static void scrub(ClientModel client) {
        if (StoredCredential.bearsTheMark(client)) {
            ClientShape.removeClearTextSecrets(client);
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
                .filter(credential -> clients.lock(credential) == RowLock.HELD)
                .ifPresent(credential ->
                        new ClientShape(session, realm).give(credential, Installer.ensureInstalled(session, realm)));
    }
}
