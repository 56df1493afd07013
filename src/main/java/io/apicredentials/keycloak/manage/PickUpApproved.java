package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.SecretProblem;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Makes the secret that was approved, or the link to it, and gives it to the user who asked for it, once. Nobody has seen it
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
     * Makes it, with an admin event. The caller has seen to it that the user is the one who asked.
     *
     * @param approved the last request of the credential
     */
    public Outcome run(LastRequest approved) {
        ManageContext context = credential.context();
        CredentialAttribute.REQUEST.write(
                credential.client(), approved.pickedUp(context.now().truncatedTo(ChronoUnit.MILLIS)));
        context.changes().ofRequest(approved);
        ProposedChange change = ProposedChange.of(approved);
        Duration overlap = change.overlap();
        return change.delivery()
                .map(terms -> outcome(new OfferSecret(credential)
                        .run(terms, overlap, approved.request().requestedBy())))
                .orElseGet(() -> outcome(new RotateSecret(credential).run(overlap)));
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
