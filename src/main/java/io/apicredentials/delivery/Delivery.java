package io.apicredentials.delivery;

import io.apicredentials.delivery.DeliveryDecision.Open;
import io.apicredentials.delivery.DeliveryDecision.PickedUp;
import io.apicredentials.delivery.DeliveryDecision.Refused;
import io.apicredentials.network.PeerAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The last link that was made for a credential. Its secret is made when it is picked up, so that none waits anywhere.
 *
 * @param expiresAt the first instant at which it cannot be used any more
 * @param overlap for how long the secret before goes on being accepted, counted from the pick-up
 * @param addressBound whether it works from the addresses of the credential only
 * @param requestedBy the user id of the administrator who had it made
 * @param replaces the id of the secret that was the newest when it was made; empty when there was none
 * @param pickUp empty until it was used
 */
public record Delivery(
        TokenHash token,
        Instant expiresAt,
        Duration overlap,
        boolean addressBound,
        String requestedBy,
        Optional<String> replaces,
        Optional<PickUp> pickUp) {

    private static final String NOBODY = "";

    /** A new link. */
    public static Delivery open(
            DeliveryToken token,
            DeliveryTerms terms,
            Duration overlap,
            Optional<String> newestSecret,
            String requestedBy,
            Instant now) {
        Instant expiresAt = now.plus(terms.validFor()).truncatedTo(ChronoUnit.SECONDS);
        return new Delivery(
                TokenHash.of(token),
                expiresAt,
                overlap,
                terms.addressBound(),
                requestedBy,
                newestSecret,
                Optional.empty());
    }

    /**
     * What stands in the place of a link that nobody asked for: the first secret of the credential is still to be made.
     *
     * @param unknown a token that nobody is told
     */
    public static Delivery none(DeliveryToken unknown, Instant at) {
        return new Delivery(
                TokenHash.of(unknown),
                at.truncatedTo(ChronoUnit.SECONDS),
                Duration.ZERO,
                false,
                NOBODY,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether somebody asked for it; nobody ever picks up by another one, whatever else a file says of it. */
    public boolean isLink() {
        return !requestedBy.equals(NOBODY);
    }

    /** Whether it can still be used at an instant, as far as it says so itself. */
    public boolean isOpen(Instant at) {
        return isLink() && pickUp.isEmpty() && at.isBefore(expiresAt);
    }

    /** What a visit comes to. Somebody with another token learns nothing of this link. */
    public DeliveryDecision decide(DeliveryVisit visit, DeliveryTarget target) {
        if (!isLink() || !token.isOf(visit.token())) {
            return new Refused(DeliveryRefusal.UNKNOWN);
        }
        if (pickUp.isPresent()) {
            return new PickedUp(pickUp.get());
        }
        return refusal(visit, target)
                .<DeliveryDecision>map(Refused::new)
                .orElseGet(() -> new Open(withOverlapUpTo(target.longestOverlap())));
    }

    private Optional<DeliveryRefusal> refusal(DeliveryVisit visit, DeliveryTarget target) {
        if (!visit.at().isBefore(expiresAt)) {
            return Optional.of(DeliveryRefusal.EXPIRED);
        }
        if (addressBound && !isListed(visit, target)) {
            return Optional.of(DeliveryRefusal.WRONG_ADDRESS);
        }
        return replaces.equals(target.newestSecret()) ? target.obstacle() : Optional.of(DeliveryRefusal.SUPERSEDED);
    }

    private static boolean isListed(DeliveryVisit visit, DeliveryTarget target) {
        return target.allowedIps().isPresent()
                && visit.peer().filter(target.allowedIps().get()::permits).isPresent();
    }

    /** The realm may have become stricter since the link was made. */
    private Delivery withOverlapUpTo(Duration longest) {
        Duration shorter = overlap.compareTo(longest) <= 0 ? overlap : longest;
        return new Delivery(token, expiresAt, shorter, addressBound, requestedBy, replaces, pickUp);
    }

    /**
     * One in its place that has ended, so that whoever has the link learns nothing of it any more.
     *
     * @param unknown a token that nobody is told
     */
    public Delivery withdrawn(DeliveryToken unknown, Instant at) {
        return new Delivery(
                TokenHash.of(unknown),
                at.truncatedTo(ChronoUnit.SECONDS),
                overlap,
                addressBound,
                requestedBy,
                replaces,
                Optional.empty());
    }

    /** The same link, used by this visit. */
    public Delivery pickedUp(DeliveryVisit visit) {
        PickUp used = new PickUp(
                visit.at().truncatedTo(ChronoUnit.SECONDS), visit.peer().map(PeerAddress::text));
        return new Delivery(token, expiresAt, overlap, addressBound, requestedBy, replaces, Optional.of(used));
    }
}
