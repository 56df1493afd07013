package io.apicredentials.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * That the secret of a link was handed over.
 *
 * @param from the address; empty when the server did not know it
 */
public record PickUp(Instant at, Optional<String> from) {}
