package io.apicredentials.delivery;

import io.apicredentials.network.IpAllowList;
import java.time.Duration;
import java.util.Optional;

/**
 * What counts of the credential whose secret is to be handed over, and of its realm.
 *
 * @param obstacle why it can be given no secret at present
 * @param allowedIps empty when what is stored cannot be read
 * @param newestSecret the id of its newest secret; empty when it has none yet
 * @param longestOverlap for how long the secret before may go on being accepted at most
 */
public record DeliveryTarget(
        Optional<DeliveryRefusal> obstacle,
        Optional<IpAllowList> allowedIps,
        Optional<String> newestSecret,
        Duration longestOverlap) {}
