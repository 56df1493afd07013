package io.apicredentials.keycloak.client;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.settings.RequestText;
import java.time.Instant;
import java.util.Optional;

/** The last request about a credential as it is stored, and what it means for the credential. */
public record StoredApproval(StoredCredential credential) {

    /** The request; empty when there never was one, or none that can be read. */
    public Optional<LastRequest> last() {
        return CredentialAttribute.REQUEST.read(credential.attributes()).filter(last -> isAbout(credential.id(), last));
    }

    /** The same for one of very many that are looked at once: its text is not kept in memory. */
    public Optional<LastRequest> lastOfMany() {
        return Optional.ofNullable(CredentialAttribute.REQUEST.text(credential.attributes()))
                .flatMap(text -> read(credential.id(), text));
    }

    /** Reads a stored text without keeping it in memory. */
    static Optional<LastRequest> read(String credentialId, String text) {
        return RequestText.parse(text).filter(last -> isAbout(credentialId, last));
    }

    /** The id of a request leads to what it is about. */
    private static boolean isAbout(String credentialId, LastRequest last) {
        return last.request().id().startsWith(credentialId + ".")
                && last.request().operation() != Operation.SETTINGS;
    }

    /** The request, if it can still be decided. */
    public Optional<LastRequest> open(Instant at) {
        return last().filter(request -> request.isOpen(at));
    }

    /** The request, if it was approved and its secret waits for who asked for it. */
    public Optional<LastRequest> awaitingPickUp() {
        return last().filter(LastRequest::awaitsPickUp);
    }

    /** Whether nobody has to approve the creation any more; of what cannot be read nobody knows that. */
    boolean isCreationApproved() {
        boolean isThere = CredentialAttribute.REQUEST.text(credential.attributes()) != null;
        // Also of one that came with a file and has another id by now: what was approved there stays so.
        return !isThere
                || CredentialAttribute.REQUEST
                        .read(credential.attributes())
                        .filter(request -> request.request().operation() != Operation.CREATE || request.isApproved())
                        .isPresent();
    }

    /** Whether its first secret is made when its creation is approved. */
    boolean awaitsFirstSecret() {
        return last().filter(request -> request.request().operation() == Operation.CREATE)
                .isPresent();
    }

    /** What the request makes of what the credential comes to otherwise. */
    CredentialStatus status(CredentialStatus otherwise, Instant at) {
        Optional<CredentialStatus> pending = open(at).map(
                        request -> switch (request.request().operation()) {
                            case CREATE -> CredentialStatus.CREATION_APPROVAL_PENDING;
                            case UPDATE -> CredentialStatus.MODIFICATION_APPROVAL_PENDING;
                            case ENABLE -> CredentialStatus.ENABLE_APPROVAL_PENDING;
                            case DELETE -> CredentialStatus.DELETION_APPROVAL_PENDING;
                            case ROTATE -> CredentialStatus.ROTATION_APPROVAL_PENDING;
                            case SETTINGS -> otherwise;
                        });
        boolean isComplete = otherwise == CredentialStatus.ENABLED
                && awaitingPickUp()
                        .filter(request -> request.request().operation() == Operation.CREATE)
                        .isPresent();
        return pending.orElse(isComplete ? CredentialStatus.CREATION_APPROVAL_COMPLETE : otherwise);
    }
}
