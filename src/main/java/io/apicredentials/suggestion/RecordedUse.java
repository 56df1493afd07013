package io.apicredentials.suggestion;

import io.apicredentials.usage.Outcome;
import java.time.Instant;

/**
 * The uses from an address with the same outcome, as they are counted.
 *
 * @param address an IPv4 or IPv6 address, or {@code unknown}, or {@code others}
 * @param uses at least 1
 * @param lastAt when the last of them was
 */
public record RecordedUse(String address, Outcome outcome, long uses, Instant lastAt) {}
