package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ChangeBase;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a request for approval is about: one credential, or the settings of the realm. No other request changes it until the
 * transaction ends.
 */
public sealed interface ApprovalSubject permits CredentialSubject, SettingsSubject {

    /** Where all of this happens. */
    ManageContext context();

    /** What the ids of its requests begin with. */
    String name();

    /** The credential as it is at this moment; empty for settings. */
    Optional<StoredCredential> credentialAsStored();

    /** The last request about it. */
    Optional<LastRequest> last();

    /** Stores a request as the last one. */
    void store(LastRequest last);

    /** What an operation starts from at this moment. */
    ChangeBase base(Operation operation);

    /** What came of a change that was approved. Unless it was made, the transaction is to be given up. */
    sealed interface Effect {

        /** It is made. */
        record Made() implements Effect {}

        /** It is not right any more. */
        record Impossible(List<Problem> problems) implements Effect {}

        /** The realm could not be given what a credential needs. */
        record NotPrepared() implements Effect {}
    }

    /** Makes the change that was approved, with its admin event. */
    Effect apply(LastRequest approved);

    /** Writes an admin event about a request. */
    void log(RequestAction action, LastRequest last);

    /** The digest of what a request asks for, from the state at this moment. */
    default ContentDigest currentDigest(LastRequest last) {
        ProposedChange change = ProposedChange.of(last);
        return change.digest(base(change.operation()));
    }
}
