package io.apicredentials.approval;

import java.time.Instant;

/**
 * What one person says to a request.
 *
 * @param voter the user id
 * @param reason 5 to 500 characters
 */
public record Vote(String voter, boolean approves, String reason, Instant at) {}
