package io.apicredentials.delivery;

import io.apicredentials.network.PeerAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody opens a link, or confirms there that he wants the secret.
 *
 * @param peer where the request came from; empty when the server does not know
 */
public record DeliveryVisit(DeliveryToken token, Optional<PeerAddress> peer, Instant at) {}
