package io.apicredentials.delivery;

import io.apicredentials.network.IpAllowList;
import java.util.Optional;

/**
 * What counts of the credential whose secret is to be handed over.
 *
 * @param obstacle why it can be given no secret at present
 * @param allowedIps empty when what is stored cannot be read
 * @param newestSecret the id of its newest secret; empty when it has none yet
 */
public record DeliveryTarget(
        Optional<DeliveryRefusal> obstacle, Optional<IpAllowList> allowedIps, Optional<String> newestSecret) {}
