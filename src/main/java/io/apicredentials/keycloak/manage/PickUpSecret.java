package io.apicredentials.keycloak.manage;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryDecision;
import io.apicredentials.delivery.DeliveryDecision.Open;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.DeliveryVisit;
import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Instant;
import java.util.Optional;

/** Makes the secret of a link and hands it over, once. */
public record PickUpSecret(LockedCredential credential) {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param secret in clear, which exists nowhere else
         * @param secretId its id
         * @param previousUntil until when the secret before it is accepted; empty when there is none that is
         */
        record PickedUp(ClientSecret secret, String secretId, Optional<Instant> previousUntil) implements Outcome {}

        /** It was not, and nothing is changed. */
        record Refused(DeliveryDecision decision) implements Outcome {}
    }

    /** Hands the secret over if the link is open to this visit. Of two at the same moment, the second finds it used. */
    public Outcome run(DeliveryVisit visit) {
        DeliveryDecision decision = links().decide(credential.client(), visit);
        return decision instanceof Open open ? pickUp(open.delivery(), visit) : new Outcome.Refused(decision);
    }

    private Outcome pickUp(Delivery delivery, DeliveryVisit visit) {
        return links().pickUp(credential.client(), delivery, visit)
                .map(secret -> pickedUp(secret, visit.at()))
                .orElseGet(
                        () -> new Outcome.Refused(new DeliveryDecision.Refused(DeliveryRefusal.CREDENTIAL_NOT_READY)));
    }

    private CredentialLinks links() {
        return new CredentialLinks(credential.context().realm());
    }

    private Outcome pickedUp(ClientSecret secret, Instant at) {
        KnownSecrets secrets = credential.stored().secrets().orElseThrow();
        String id = secrets.current().id();
        credential.context().changes().secretPickedUp(credential.representation(), id);
        return new Outcome.PickedUp(secret, id, secrets.otherUntil(at));
    }
}
