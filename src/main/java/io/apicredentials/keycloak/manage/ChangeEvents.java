package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.history.ServerEvent;
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
final class ChangeEvents {

    /** What events and records say of changes that are let go without approval. */
    static final Map<String, String> BREAKING_GLASS = Map.of("approval", "break-glass");

    private static final String ACTION = "action";
    private static final String CREDENTIALS = "api-credentials";
    private static final String NOTICE = "notice";
    private static final String REQUESTS = "requests";
    private static final String SETTINGS = "settings";
    private static final String REASON = "reason";
    private static final String SECRETS = "secrets";
    private static final String TOKENS_REVOKED = "tokens_revoked";

    private final AdminEventBuilder adminEvent;

    /** What each event says beside its own details. */
    private final Map<String, String> details;

    /** @param adminEvent names the administrator */
    ChangeEvents(AdminEventBuilder adminEvent) {
        this(adminEvent, Map.of());
    }

    private ChangeEvents(AdminEventBuilder adminEvent, Map<String, String> details) {
        this.adminEvent = adminEvent;
        this.details = details;
    }

    /**
     * For changes that the server makes by itself, without a request: their events name no user, client or address.
     *
     * @param reason why, as one word for programs
     */
    static ChangeEvents ofServer(KeycloakSession session, RealmModel realm, String reason) {
        return new ChangeEvents(new ServerEvent(session, realm), Map.of(REASON, reason));
    }

    void created(CredentialRepresentation credential) {
        event(OperationType.CREATE, credential).success();
    }

    void updated(CredentialRepresentation credential) {
        event(OperationType.UPDATE, credential).success();
    }

    /** @param action {@code enable} or {@code disable} */
    void switched(String action, CredentialRepresentation credential, boolean tokensRevoked) {
        action(action, credential, action)
                .detail(TOKENS_REVOKED, Boolean.toString(tokensRevoked))
                .success();
    }

    void secretRotated(CredentialRepresentation credential, String secretId) {
        secret("rotate", credential, secretId);
    }

    /** Somebody else may pick up a secret of it. */
    void secretOffered(CredentialRepresentation credential) {
        action("offer-secret", credential, SECRETS).success();
    }

    /** Nobody else may any more. */
    void linkWithdrawn(CredentialRepresentation credential) {
        action("withdraw-link", credential, SECRETS).success();
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
        ofSettings(OperationType.UPDATE, SETTINGS)
                .representation(JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("before", before)
                        .set("after", after))
                .success();
    }

    /** What happens to a request about a credential. */
    void request(CredentialRepresentation credential, RequestAction action, LastRequest last) {
        with(RequestDetails.of(action, last))
                .event(OperationType.ACTION, credential)
                .resourcePath(
                        CREDENTIALS, credential.id(), REQUESTS, last.request().id())
                .success();
    }

    /** What happens to a request about the settings. */
    void settingsRequest(RequestAction action, LastRequest last) {
        with(RequestDetails.of(action, last))
                .ofSettings(
                        OperationType.ACTION, SETTINGS, REQUESTS, last.request().id())
                .representation(PendingRepresentation.of(last))
                .success();
    }

    /** The same in another session. */
    ChangeEvents in(KeycloakSession session) {
        return new ChangeEvents(adminEvent.clone(session), details);
    }

    /** The same for changes whose events say more. */
    ChangeEvents with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(details);
        all.putAll(more);
        return new ChangeEvents(adminEvent, all);
    }

    private void secret(String action, CredentialRepresentation credential, String secretId) {
        action(action, credential, SECRETS, secretId)
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
        ofSettings(operation, "permission-sets")
                .representation(CatalogueChange.between(before, after))
                .success();
    }

    /**
     * Says that somebody was not told something about a credential, or about a request to change the settings.
     *
     * @param id that of the credential, or {@link SettingsSubject#NAME}
     * @param notice what it was, as one word for programs
     */
    void noticeNotSent(String id, String notice) {
        boolean isOfSettings = id.equals(SettingsSubject.NAME);
        begin(OperationType.ACTION)
                .resource(isOfSettings ? CredentialChanges.SETTINGS_TYPE : CredentialChanges.RESOURCE_TYPE)
                .resourcePath(CREDENTIALS, id, NOTICE)
                .detail(ACTION, NOTICE)
                .detail(NOTICE, notice)
                .success();
    }

    private AdminEventBuilder action(String action, CredentialRepresentation credential, String... path) {
        return event(OperationType.ACTION, credential)
                .resourcePath(CREDENTIALS, credential.id(), String.join("/", path))
                .detail(ACTION, action);
    }

    private AdminEventBuilder ofSettings(OperationType operation, String... path) {
        return begin(operation)
                .resource(CredentialChanges.SETTINGS_TYPE)
                .resourcePath(CREDENTIALS, String.join("/", path));
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
