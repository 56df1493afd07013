package io.apicredentials.keycloak.manage;

import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.SecretProblem;
import java.time.Duration;
import java.util.Optional;

/** Makes a link at which somebody else picks up a new secret of a credential. No secret is made before that. */
public record OfferSecret(LockedCredential credential) {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param token of the link, in clear; it exists nowhere else
         */
        record Offered(CredentialRepresentation credential, DeliveryToken token) implements Outcome {}

        /** It was not, and nothing is changed. */
        record Refused(SecretProblem reason) implements Outcome {}
    }

    /**
     * Makes the link, with an admin event; one that was made before works no more. The caller has seen to the right to do so.
     *
     * @param overlap for how long the present secret goes on being accepted after the pick-up
     * @param requestedBy the user id of the administrator who wants it
     */
    public Outcome run(DeliveryTerms terms, Duration overlap, String requestedBy) {
        Optional<SecretProblem> problem = problem();
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        ManageContext context = credential.context();
        DeliveryToken token = new CredentialLinks(context.realm())
                .make(credential.client(), terms, overlap, requestedBy, context.now());
        CredentialRepresentation offered = credential.representation();
        context.changes().secretOffered(offered);
        return new Outcome.Offered(offered, token);
    }

    private Optional<SecretProblem> problem() {
        StoredCredential stored = credential.stored();
        if (stored.delivery().hasRoomForSecret(credential.context().now())) {
            return Optional.empty();
        }
        return Optional.of(
                stored.secrets().isPresent() ? SecretProblem.SECRET_LIMIT : SecretProblem.SECRETS_UNREADABLE);
    }
}
