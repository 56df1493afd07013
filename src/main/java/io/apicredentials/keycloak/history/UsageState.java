package io.apicredentials.keycloak.history;

import java.time.Duration;

/**
 * How far this node is with the counting of uses.
 *
 * @param waiting how many uses it has counted and not written
 * @param sinceWritten how long ago it has last written, or has started
 */
public record UsageState(long waiting, Duration sinceWritten) {}
