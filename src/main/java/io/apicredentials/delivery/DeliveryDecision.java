package io.apicredentials.delivery;

/** What a visit of a link comes to. */
public sealed interface DeliveryDecision {

    /**
     * The secret can be picked up.
     *
     * @param delivery the link, with the overlap that counts
     */
    record Open(Delivery delivery) implements DeliveryDecision {}

    /** It was picked up before. */
    record PickedUp(PickUp pickUp) implements DeliveryDecision {}

    /** It cannot. */
    record Refused(DeliveryRefusal reason) implements DeliveryDecision {}
}
