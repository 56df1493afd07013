package io.apicredentials.keycloak.client;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryDecision;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.DeliveryTarget;
import io.apicredentials.delivery.DeliveryVisit;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The link of a credential as it is stored, and what the credential's state means for it. */
public record StoredDelivery(StoredCredential credential) {

    /** The last link that was made; empty when none was, or none that can be read. */
    public Optional<Delivery> link() {
        return CredentialAttribute.DELIVERY.read(credential.attributes());
    }

    /** Whether a secret can be picked up by it, as long as the credential is enabled. */
    public boolean isOpen(Instant at) {
        return link().filter(link -> link.isOpen(at) && link.replaces().equals(newestSecret()))
                .isPresent();
    }

    /**
     * What a visit of a link comes to.
     *
     * @param longestOverlap the longest overlap of two secrets that the realm allows
     */
    DeliveryDecision decide(DeliveryVisit visit, Duration longestOverlap) {
        return link().map(link -> link.decide(visit, target(visit.at(), longestOverlap)))
                .orElseGet(() -> new DeliveryDecision.Refused(DeliveryRefusal.UNKNOWN));
    }

    private DeliveryTarget target(Instant at, Duration longestOverlap) {
        return new DeliveryTarget(
                obstacle(at),
                CredentialAttribute.ALLOWED_IPS.read(credential.attributes()),
                newestSecret(),
                longestOverlap);
    }

    /** The id of the newest secret. */
    Optional<String> newestSecret() {
        return credential.secrets().map(KnownSecrets::current).map(KnownSecret::id);
    }

    private Optional<DeliveryRefusal> obstacle(Instant at) {
        return switch (credential.statusInForce(at)) {
            case DISABLED -> Optional.of(DeliveryRefusal.CREDENTIAL_DISABLED);
            case EXPIRED -> Optional.of(DeliveryRefusal.CREDENTIAL_EXPIRED);
            case ENABLED ->
                isReadable(at) && hasRoomForSecret(at)
                        ? Optional.empty()
                        : Optional.of(DeliveryRefusal.CREDENTIAL_NOT_READY);
            default -> Optional.of(DeliveryRefusal.CREDENTIAL_NOT_READY);
        };
    }

    private boolean isReadable(Instant at) {
        return credential
                .accessRules(Optional.empty())
                .standingRefusal(at)
                .filter(RefusalReason.UNREADABLE_CREDENTIAL::equals)
                .isEmpty();
    }

    /** Whether it may be given one more secret. */
    public boolean hasRoomForSecret(Instant at) {
        return credential.awaitsFirstSecret()
                || credential.secrets().filter(known -> known.hasRoom(at)).isPresent();
    }
}
