package io.apicredentials.suggestion;

import io.apicredentials.network.Ipv4Address;

/**
 * An address from which a credential was used.
 *
 * @param uses at least 1
 */
public record SeenAddress(Ipv4Address address, long uses) {}
