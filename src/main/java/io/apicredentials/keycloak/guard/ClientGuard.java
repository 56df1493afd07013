package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.AuthorizationServices;
import io.apicredentials.keycloak.client.BroughtCredentials;
import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmCatalogue;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Judges one edit of a client before it is committed, whichever way it came. */
final class ClientGuard {

    private static final Logger LOG = Logger.getLogger(ClientGuard.class);
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int MAX_LOGGED = 2_000;
    private static final String CHECKED = "api-credential-checked:";
    static final String NO_RIGHT =
            "Only users who may manage API credentials can create or edit them: with manage-clients or"
                    + " manage-api-credentials.";
    private static final InstantSource NOW = InstantSource.system();

    private final KeycloakSession session;
    private final ClientModel client;

    ClientGuard(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** Whether an edit of this client has been found right in this session. */
    static boolean hasJudged(KeycloakSession session, String id) {
        return session.getAttribute(CHECKED + id) != null;
    }

    /**
     * Has the session forget a credential that a realm file brings, when Keycloak has made and validated it: what comes later reads
     * it from the database.
     */
    static void letGo(KeycloakSession session, ClientModel client) {
        StateBeforeEdit before = session.getAttribute(CHECKED + client.getId(), StateBeforeEdit.class);
        if (before != null && !before.realmExists()) {
            new BroughtCredentials(session, client.getRealm()).letGo(client);
        }
    }

    /**
     * Checks the edit; if nothing is wrong with it, sees to it that it is completed. Both hooks see most edits, and Keycloak
     * goes on editing between them: the second look is for what was added.
     *
     * @return every rule that it breaks
     */
    List<String> check() {
        StateBeforeEdit first = session.getAttribute(CHECKED + client.getId(), StateBeforeEdit.class);
        StateBeforeEdit before = first == null ? StateBeforeEdit.of(session, client) : first;
        if (!StoredCredential.isOrWasApiCredential(client)
                && before.credential().isEmpty()
                && first == null) {
            return List.of();
        }
        if (first == null) {
            // Authorization services that are on by now are from before: Keycloak applies those of this edit later.
            // They are removed at any edit, so that a credential in that state can be saved again.
            new AuthorizationServices(session, client).remove();
            before.credential().ifPresent(stored -> ProtectedContent.keep(stored, client));
        }
        List<String> problems = before.editorMayManage() ? broken(before) : List.of(NO_RIGHT);
        if (!problems.isEmpty()) {
            logRefusal(client, problems);
            return problems;
        }
        removeSecrets(client);
        if (first == null) {
            session.setAttribute(CHECKED + client.getId(), before);
            EndOfEdit.await(session, client, before);
        }
        return problems;
    }

    private List<String> broken(StateBeforeEdit before) {
        if (before.isOutdated()) {
            return List.of(ProtectedContent.STALE);
        }
        StoredCredential edited = StoredCredential.of(client);
        List<String> problems = new ArrayList<>(new ClientShape(session, client.getRealm()).broken(client));
        RealmCatalogue catalogue = new RealmCatalogue(client.getRealm());
        // A realm file that says what its sets are was exported after they changed, perhaps with what was there before.
        boolean mayBringAny = !before.realmExists() && catalogue.isDeclared();
        problems.addAll(ContentRules.broken(
                edited,
                catalogue.present(),
                before.credential().isEmpty(),
                mayBringAny ? Optional.of(edited) : before.credential()));
        problems.addAll(DemandRules.broken(session, client.getRealm(), before, edited, NOW.instant()));
        problems.addAll(ApprovalRules.broken(
                new RealmSettings(client.getRealm()).approval(),
                before,
                edited,
                before.isChangedBy(session, client),
                before.isContentChangedBy(session, client)));
        NotBeforeRule.problem(before.credential(), edited, NOW.instant()).ifPresent(problems::add);
        AdminApiV2.problem(session, before.credential(), edited).ifPresent(problems::add);
        before.credential()
                .ifPresent(stored -> problems.addAll(
                        ProtectedContent.violated(stored, edited, before.isChangedBy(session, client), NOW.instant())));
        if (before.isOrdinaryClient()) {
            problems.add(
                    "A client does not become an API credential; create API credentials through the resource 'api-credentials'.");
        }
        return problems;
    }

    /** An import at the start of the server has no caller to be told. */
    static void logRefusal(ClientModel client, List<String> problems) {
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

    /** Removes the clear-text secret that Keycloak has just generated, if the client is a credential. */
    static void removeSecrets(ClientModel client) {
        if (StoredCredential.isOrWasApiCredential(client)) {
            ClientShape.removeClearTextSecrets(client);
        }
    }
}
