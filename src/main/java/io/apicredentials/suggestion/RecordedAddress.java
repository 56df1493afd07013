package io.apicredentials.suggestion;

/**
 * An address as it is counted.
 *
 * @param text an IPv4 or IPv6 address, or {@code unknown}, or {@code others}
 * @param uses at least 1
 */
public record RecordedAddress(String text, long uses) {}
