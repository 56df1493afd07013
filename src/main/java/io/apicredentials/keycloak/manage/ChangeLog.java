package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.permission.PermissionCatalogue;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Tells of each change: by an admin event, with what the credential is now, and by a record of our own, with what it was before
 * too. Neither has its secret. Without the record the change is not made.
 */
public final class ChangeLog {

    private final ChangeEvents events;
    private final ChangeRecords records;

    private ChangeLog(ChangeEvents events, ChangeRecords records) {
        this.events = events;
        this.records = records;
    }

    /**
     * For changes by one administrator.
     *
     * @param adminEvent names the administrator
     */
    public static ChangeLog ofAdministrator(
            KeycloakSession session, RealmModel realm, AdminEventBuilder adminEvent, Author author) {
        return new ChangeLog(
                new ChangeEvents(adminEvent), new ChangeRecords(session, realm, author, Map.of(), Optional.empty()));
    }

    /**
     * For changes that the server makes by itself, without a request: they name no user, client or address.
     *
     * @param reason why, as one word for programs
     */
    public static ChangeLog ofServer(KeycloakSession session, RealmModel realm, String reason) {
        return of(session, realm, reason, Author.ofServer(Author.Way.TIMER));
    }

    /**
     * For what somebody with a link does.
     *
     * @param reason what it is, as one word for programs
     * @param address where the request came from
     */
    public static ChangeLog ofVisitor(
            KeycloakSession session, RealmModel realm, String reason, Optional<String> address) {
        ChangeLog log = of(session, realm, reason, Author.ofAddress(Author.Kind.LINK, address, Author.Way.LINK));
        return address.map(from -> Map.of(CredentialChanges.ADDRESS, from))
                .map(said -> new ChangeLog(log.events.with(said), log.records))
                .orElse(log);
    }

    private static ChangeLog of(KeycloakSession session, RealmModel realm, String reason, Author author) {
        return new ChangeLog(
                ChangeEvents.ofServer(session, realm, reason),
                new ChangeRecords(session, realm, author, Map.of(), Optional.of(reason)));
    }

    /** To be told of a credential that may be changed, when nothing of it is changed yet. */
    void begin(StoredCredential present) {
        records.note(present);
    }

    /** Records one that was made, with what it is now: before anything else is done with it. */
    void recordCreated(String id) {
        records.of(AuditOperation.CREATE, id, Map.of());
    }

    /** Writes the admin event of one that was made, and recorded. */
    void announceCreated(CredentialRepresentation credential) {
        events.created(credential);
    }

    void updated(CredentialRepresentation credential) {
        events.updated(credential);
        records.of(AuditOperation.UPDATE, credential.id(), Map.of());
    }

    /** @param action {@code enable} or {@code disable} */
    void switched(String action, CredentialRepresentation credential, boolean tokensRevoked) {
        events.switched(action, credential, tokensRevoked);
        records.of(
                action.equals(AuditOperation.ENABLE.word()) ? AuditOperation.ENABLE : AuditOperation.DISABLE,
                credential.id(),
                revoked(tokensRevoked));
    }

    void secretRotated(CredentialRepresentation credential, String secretId) {
        events.secretRotated(credential, secretId);
        records.of(AuditOperation.ROTATE_SECRET, credential.id(), secret(secretId));
    }

    /** Somebody else may pick up a secret of it. */
    void secretOffered(CredentialRepresentation credential) {
        events.secretOffered(credential);
        records.of(AuditOperation.OFFER_SECRET, credential.id(), Map.of());
    }

    /** Nobody else may any more. */
    void linkWithdrawn(CredentialRepresentation credential) {
        events.linkWithdrawn(credential);
        records.of(AuditOperation.WITHDRAW_LINK, credential.id(), Map.of());
    }

    /** A secret of it was made for somebody else, and shown. */
    void secretPickedUp(CredentialRepresentation credential, String secretId) {
        events.secretPickedUp(credential, secretId);
        records.of(AuditOperation.PICK_UP_SECRET, credential.id(), secret(secretId));
    }

    void secretEnded(CredentialRepresentation credential, String secretId) {
        events.secretEnded(credential, secretId);
        records.of(AuditOperation.END_SECRET, credential.id(), secret(secretId));
    }

    void deleted(CredentialRepresentation credential, boolean tokensRevoked) {
        events.deleted(credential, tokensRevoked);
        records.ofDeleted(credential.id(), revoked(tokensRevoked));
    }

    /** What the realm says about its credentials has become something else. */
    void settingsChanged(JsonNode before, JsonNode after) {
        events.settingsChanged(before, after);
        records.ofRealm(AuditOperation.CHANGE_SETTINGS, before, after);
    }

    /** What differs between two catalogues, which are of one realm. */
    void permissionSetsChanged(OperationType operation, PermissionCatalogue before, PermissionCatalogue after) {
        events.permissionSetsChanged(operation, before, after);
        CatalogueChange change = CatalogueChange.between(before, after);
        records.ofRealm(AuditOperation.CHANGE_PERMISSION_SETS, change.before(), change.after());
    }

    /** What happens to a request about a credential. */
    void request(CredentialRepresentation credential, RequestAction action, LastRequest last) {
        events.request(credential, action, last);
        records.ofRequest(credential.id(), action, last);
    }

    /** What happens to a request about the settings. */
    void settingsRequest(RequestAction action, LastRequest last) {
        events.settingsRequest(action, last);
        records.ofSettingsRequest(action, last);
    }

    /** The same for changes of which somebody says why. */
    ChangeLog because(Optional<String> reason) {
        return new ChangeLog(events, records.because(reason));
    }

    /** The same for changes that come from a request for approval. */
    ChangeLog ofRequest(LastRequest last) {
        Map<String, String> said = RequestDetails.of(last);
        ChangeRecords ofRequest = records.with(said);
        return new ChangeLog(events.with(said), last.isApproved() ? ofRequest.by(Author.Way.APPROVAL) : ofRequest);
    }

    /** The same for changes of which events and records say more. */
    ChangeLog saying(Map<String, String> details) {
        return new ChangeLog(events.with(details), records.with(details));
    }

    /** The same in another session. */
    ChangeLog in(KeycloakSession session, RealmModel realm) {
        return new ChangeLog(events.in(session), records.in(session, realm));
    }

    /**
     * Says that somebody was not told something about a credential, or about a request to change the settings. It changes
     * nothing, so that there is an event of it and no record.
     *
     * @param id that of the credential, or {@link SettingsSubject#NAME}
     * @param notice what it was, as one word for programs
     */
    public void noticeNotSent(String id, String notice) {
        events.noticeNotSent(id, notice);
    }

    private static Map<String, String> secret(String id) {
        return Map.of(CredentialEvent.SECRET, id);
    }

    private static Map<String, String> revoked(boolean tokensRevoked) {
        return Map.of("tokens_revoked", Boolean.toString(tokensRevoked));
    }
}
