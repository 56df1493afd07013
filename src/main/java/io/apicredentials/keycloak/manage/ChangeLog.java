package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.PendingRepresentation;
import io.apicredentials.permission.PermissionCatalogue;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Writes one admin event for each change, with what the credential is now and never with its secret. */
public final class ChangeLog {

    private static final String CREDENTIALS = "api-credentials";
    private static final String NOTICE = "notice";
    private static final String REQUESTS = "requests";
    private static final String REQUEST = "request";
    private static final String DIGEST = "digest";
    private static final String STATUS = "status";
    private static final String REASON = "reason";
    private static final String TOKENS_REVOKED = "tokens_revoked";

    private final AdminEventBuilder adminEvent;

    /** What each event says beside its own details. */
    private final Map<String, String> details;

    /**
     * For changes by one administrator.
     *
     * @param adminEvent names the administrator
     */
    public ChangeLog(AdminEventBuilder adminEvent) {
        this(adminEvent, Map.of());
    }

    private ChangeLog(AdminEventBuilder adminEvent, Map<String, String> details) {
        this.adminEvent = adminEvent;
        this.details = details;
    }

    /**
     * For changes that the server makes by itself, without a request: their events name no user, client or address.
     *
     * @param reason why, as one word for programs
     */
    public static ChangeLog ofServer(KeycloakSession session, RealmModel realm, String reason) {
        return new ChangeLog(new ServerEvent(session, realm), Map.of(REASON, reason));
    }

    void created(CredentialRepresentation credential) {
        event(OperationType.CREATE, credential).success();
    }

    void updated(CredentialRepresentation credential) {
        event(OperationType.UPDATE, credential).success();
    }

    void enabled(CredentialRepresentation credential) {
        action("enable", credential, false);
    }

    void disabled(CredentialRepresentation credential, boolean tokensRevoked) {
        action("disable", credential, tokensRevoked);
    }

    void secretRotated(CredentialRepresentation credential, String secretId) {
        secret("rotate", credential, secretId);
    }

    /** Somebody else may pick up a secret of it. */
    void secretOffered(CredentialRepresentation credential) {
        event(OperationType.ACTION, credential)
                .resourcePath(CREDENTIALS, credential.id(), "secrets")
                .detail("action", "offer-secret")
                .success();
    }

    /** A secret of it was made for somebody else, and shown. */
    void secretPickedUp(CredentialRepresentation credential, String secretId) {
        secret("pick-up-secret", credential, secretId);
    }

    void secretEnded(CredentialRepresentation credential, String secretId) {
        secret("end-secret", credential, secretId);
    }

    /** What the realm says about its credentials has become something else. */
    void settingsChanged(JsonNode before, JsonNode after) {
        begin(OperationType.UPDATE)
                .resource(CredentialChanges.SETTINGS_TYPE)
                .resourcePath(CREDENTIALS, "settings")
                .representation(JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("before", before)
                        .set("after", after))
                .success();
    }

    /** What happens to a request about a credential. */
    void request(CredentialRepresentation credential, RequestAction action, LastRequest last) {
        ofRequest(action, last)
                .event(OperationType.ACTION, credential)
                .resourcePath(
                        CREDENTIALS, credential.id(), REQUESTS, last.request().id())
                .success();
    }

    /** What happens to a request about the settings. */
    void settingsRequest(RequestAction action, LastRequest last) {
        ofRequest(action, last)
                .begin(OperationType.ACTION)
                .resource(CredentialChanges.SETTINGS_TYPE)
                .resourcePath(CREDENTIALS, "settings", REQUESTS, last.request().id())
                .representation(PendingRepresentation.of(last))
                .success();
    }

    /** A later request takes the place of this one, so that the event has all that is worth knowing of it. */
    private ChangeLog ofRequest(RequestAction action, LastRequest last) {
        Map<String, String> more = new HashMap<>(ofRequest(last).details);
        more.put("action", action.word());
        more.put(STATUS, last.noted().word());
        more.put("required", Integer.toString(last.request().required()));
        action.reason(last).ifPresent(reason -> more.put("given_reason", reason));
        return new ChangeLog(adminEvent, more);
    }

    /** The same for changes that come from a request for approval. */
    ChangeLog ofRequest(LastRequest last) {
        Map<String, String> more = new HashMap<>(details);
        more.put(REQUEST, last.request().id());
        more.put(DIGEST, last.request().digest().text());
        return new ChangeLog(adminEvent, more);
    }

    /** The same for changes that the operator of the server lets go without approval. */
    ChangeLog breakingGlass() {
        Map<String, String> more = new HashMap<>(details);
        more.put("approval", "break-glass");
        return new ChangeLog(adminEvent, more);
    }

    private void secret(String action, CredentialRepresentation credential, String secretId) {
        event(OperationType.ACTION, credential)
                .resourcePath(CREDENTIALS, credential.id(), "secrets", secretId)
                .detail("action", action)
                .detail(CredentialEvent.SECRET, secretId)
                .success();
    }

    void deleted(CredentialRepresentation credential, boolean tokensRevoked) {
        event(OperationType.DELETE, credential)
                .detail(TOKENS_REVOKED, Boolean.toString(tokensRevoked))
                .success();
    }

    /** What differs between two catalogues, which are of one realm. */
    void permissionSetsChanged(OperationType operation, PermissionCatalogue before, PermissionCatalogue after) {
        begin(operation)
                .resource(CredentialChanges.SETTINGS_TYPE)
                .resourcePath(CREDENTIALS, "permission-sets")
                .representation(CatalogueChange.between(before, after))
                .success();
    }

    /**
     * Says that somebody was not told something about a credential, or about a request to change the settings.
     *
     * @param id that of the credential, or {@link SettingsSubject#NAME}
     * @param notice what it was, as one word for programs
     */
    public void noticeNotSent(String id, String notice) {
        boolean isOfSettings = id.equals(SettingsSubject.NAME);
        begin(OperationType.ACTION)
                .resource(isOfSettings ? CredentialChanges.SETTINGS_TYPE : CredentialChanges.RESOURCE_TYPE)
                .resourcePath(CREDENTIALS, id, NOTICE)
                .detail("action", NOTICE)
                .detail(NOTICE, notice)
                .success();
    }

    private void action(String action, CredentialRepresentation credential, boolean tokensRevoked) {
        event(OperationType.ACTION, credential)
                .resourcePath(CREDENTIALS, credential.id(), action)
                .detail("action", action)
                .detail(TOKENS_REVOKED, Boolean.toString(tokensRevoked))
                .success();
    }

    private AdminEventBuilder event(OperationType operation, CredentialRepresentation credential) {
        return begin(operation)
                .resource(CredentialChanges.RESOURCE_TYPE)
                .resourcePath(CREDENTIALS, credential.id())
                .representation(credential);
    }

    /** The builder keeps the details of the event before. */
    private AdminEventBuilder begin(OperationType operation) {
        adminEvent.getEvent().setDetails(new HashMap<>(details));
        return adminEvent.operation(operation);
    }
}
