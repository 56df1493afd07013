package io.apicredentials.keycloak.manage;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.StoredCredential;
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

    /** The id of the credential or the realm. */
    String id();

    /** The credential as it is at this moment; empty for settings. */
    Optional<StoredCredential> credentialAsStored();

    /** The last request about it. */
    Optional<LastRequest> last();

    /** Keeps a request as the last one. */
    void keep(LastRequest last);

    /** What an operation starts from at this moment. */
    JsonNode base(Operation operation);

    /**
     * Makes the change that was approved, with its admin event.
     *
     * @return what keeps it from being made by now; the transaction is to be given up then
     */
    List<Problem> make(LastRequest approved);

    /** Writes an admin event about a request. */
    void tell(RequestAction action, LastRequest last);

    /** The digest of what a request asks for, from the state at this moment. */
    default ContentDigest present(LastRequest last) {
        ProposedChange change = ProposedChange.of(last);
        return change.digest(id(), base(change.operation()));
    }
}
