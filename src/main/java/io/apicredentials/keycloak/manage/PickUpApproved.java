package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.SecretProblem;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Duration;

/**
 * Makes the secret that was approved, or the link to it, and gives it to the requester, once. Nobody has seen it
 * before.
 */
public record PickUpApproved(LockedCredential credential) {

    /** What came of it. */
    public sealed interface Outcome {

        /** It was done. */
        record PickedUp(CredentialRepresentation credential, NewSecret secret) implements Outcome {}

        /** It was not. The transaction is to be given up. */
        record Refused(SecretProblem reason) implements Outcome {}
    }

    /**
     * Makes it, with an admin event. The caller has seen to it that the user is the requester.
     *
     * @param approved the last request of the credential
     */
    public Outcome run(LastRequest approved) {
        LastRequest pickedUp = approved.pickedUp(credential.context().now());
        CredentialAttribute.REQUEST.write(credential.client(), pickedUp);
        LockedCredential effect = credential.ofRequest(approved);
        ProposedChange change = ProposedChange.of(approved);
        // The realm may allow less by now.
        Duration longest =
                new RealmSettings(credential.context().realm()).policy().longestOverlap();
        Duration overlap = change.overlap().compareTo(longest) > 0 ? longest : change.overlap();
        return change.delivery()
                .map(terms -> outcome(new OfferSecret(effect)
                        .run(terms, overlap, approved.request().requestedBy())))
                .orElseGet(() -> outcome(new RotateSecret(effect).run(overlap)));
    }

    private static Outcome outcome(OfferSecret.Outcome outcome) {
        return outcome instanceof OfferSecret.Outcome.Offered offered
                ? new Outcome.PickedUp(offered.credential(), new NewSecret.ByLink(offered.token()))
                : new Outcome.Refused(((OfferSecret.Outcome.Refused) outcome).reason());
    }

    private static Outcome outcome(RotateSecret.Outcome outcome) {
        return outcome instanceof RotateSecret.Outcome.Rotated rotated
                ? new Outcome.PickedUp(rotated.credential(), new NewSecret.Shown(rotated.secret()))
                : new Outcome.Refused(((RotateSecret.Outcome.Refused) outcome).reason());
    }
}
