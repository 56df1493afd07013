package io.apicredentials.keycloak.guard;

import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.approval.MissingApprovers;
import io.apicredentials.keycloak.client.RealmAttributeRows;
import io.apicredentials.keycloak.client.RealmRow;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StoreSyncEvent;

/**
 * Judges one edit of a realm by Keycloak's own update before it is committed. Of the attributes that are ours it keeps
 * those from being changed that say what waits for approval, and the request that waits. Keycloak has no event of the
 * update of a realm; the one that it publishes for user stores comes at that moment.
 */
final class RealmGuard {

    /** The beginning of the names of the attributes that say what waits for approval. */
    private static final String RULE = "api.credential.approval.";

    static final String WAITS =
            "The approval of changes is itself subject to approval in this realm; change it through the resource"
                    + " 'api-credentials' (PUT settings).";
    static final String REQUEST = "The realm attribute '" + StoredSettingsRequest.ATTRIBUTE
            + "' is written by the server only; leave it out, and it stays as it is.";
    static final String BUSY = "Another request is changing the realm at present; repeat the edit.";

    private final KeycloakSession session;
    private final RealmModel realm;

    private RealmGuard(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What is wrong with the edit of a realm; nothing if the event is of something else, or the realm is being created. */
    static List<String> problems(StoreSyncEvent event) {
        boolean isOfRealm = event.getModel() == null && !event.getRemoved();
        return isOfRealm ? new RealmGuard(event.getSession(), event.getRealm()).problems() : List.of();
    }

    private List<String> problems() {
        RealmRow row = new RealmRow(session, realm);
        // An imported realm is committed when Keycloak tells of it.
        if (!row.isOpen()) {
            return List.of();
        }
        Optional<Map<String, String>> before = committed();
        List<String> problems = before.filter(this::isToBeKept).isEmpty() ? List.of() : judge(row);
        before.filter(any -> problems.isEmpty())
                .ifPresent(
                        stored -> new RecordedRealmEdit(session, realm.getId()).record(stored, realm.getAttributes()));
        return problems;
    }

    /** Where nothing is to be kept, nothing is locked. */
    private List<String> judge(RealmRow row) {
        return switch (row.keepChanged()) {
            case HELD, OUTDATED -> committed().map(this::judge).orElse(List.of());
            case GONE -> List.of();
            case BUSY -> List.of(BUSY);
        };
    }

    private List<String> judge(Map<String, String> before) {
        Map<String, String> after =
                RealmAttributeRows.read(session, realm.getId()).orElse(Map.of());
        Optional<String> requestBefore = Optional.ofNullable(before.get(StoredSettingsRequest.ATTRIBUTE));
        Optional<String> requestAfter = Optional.ofNullable(after.get(StoredSettingsRequest.ATTRIBUTE));
        if (requestAfter.isEmpty()) {
            // A page of the console that was opened before there was a request does not know of it.
            requestBefore.ifPresent(request -> realm.setAttribute(StoredSettingsRequest.ATTRIBUTE, request));
        }
        boolean isChanged = !rule(before).equals(rule(after));
        boolean isHeld = isChanged
                && RealmSettings.approval(before::get).requires(Operation.SETTINGS)
                && !ApiCredentials.options(session).breaksGlass(name());
        return Stream.of(
                        Optional.of(WAITS).filter(sentence -> isHeld),
                        Optional.of(isChanged && !isHeld).filter(any -> any).flatMap(any -> tooFew(before, after)),
                        Optional.of(REQUEST)
                                .filter(sentence -> requestAfter.isPresent() && !requestAfter.equals(requestBefore)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> tooFew(Map<String, String> before, Map<String, String> after) {
        ApprovalRule rule = RealmSettings.approval(after::get);
        // Who edits is looked up for nothing else.
        return rule.operations().isEmpty()
                ? Optional.empty()
                : MissingApprovers.of(session, realm, RealmSettings.approval(before::get), rule, editor())
                        .map(missing -> String.format(
                                "Fewer users may approve, beside the editor, than 'api.credential.approval.approvals' says"
                                        + " (%d, and not %d); give more users the role approve-api-credentials first.",
                                missing.others(), missing.approvals()));
    }

    private String editor() {
        String id = realm.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                fresh -> Optional.ofNullable(fresh.realms().getRealm(id))
                        .flatMap(there -> StateBeforeEdit.editor(fresh, there))
                        .map(CallerRights::userId)
                        .orElse(""));
    }

    /**
     * Whether the realm, as it is stored or as the session has it, has any of these attributes. That the two are equal says
     * nothing: the session may have read them before they became what they are, and another edit may be about to be
     * committed.
     */
    private boolean isToBeKept(Map<String, String> stored) {
        return Stream.of(stored, realm.getAttributes())
                .flatMap(attributes -> attributes.keySet().stream())
                .anyMatch(name -> name.startsWith(RULE) || name.equals(StoredSettingsRequest.ATTRIBUTE));
    }

    /** Read in a session that knows nothing of the edit. */
    private Optional<Map<String, String>> committed() {
        String id = realm.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), fresh -> RealmAttributeRows.read(fresh, id));
    }

    /** Before the edit, which may rename the realm. */
    private String name() {
        String id = realm.getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                fresh -> fresh.realms().getRealm(id).getName());
    }

    private static Map<String, String> rule(Map<String, String> attributes) {
        Map<String, String> rule = new HashMap<>(attributes);
        rule.keySet().removeIf(key -> !key.startsWith(RULE));
        return rule;
    }
}
