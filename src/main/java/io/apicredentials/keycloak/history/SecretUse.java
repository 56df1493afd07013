package io.apicredentials.keycloak.history;

import java.time.Instant;

/**
 * The accepted uses of a secret that has any.
 *
 * @param last when the last of them was
 * @param address where it came from, or {@code unknown}, or {@code others}
 * @param inLastDay how many there were in the present hour and the 23 before it
 * @param inLastWeek how many there were in the present hour and the 167 before it
 */
public record SecretUse(Instant last, String address, long inLastDay, long inLastWeek) {}
