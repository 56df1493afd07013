package io.apicredentials.keycloak.manage;

import java.util.Map;

/**
 * An emergency stop that somebody wants.
 *
 * @param id tells its events from those of others
 * @param userId who wants it
 * @param reason why, in the words of that user
 * @param revokesTokens false lets tokens already issued go on working until they expire
 */
public record StopOrder(String id, String userId, String reason, StopFilter filter, boolean revokesTokens) {

    /** What the events of what it brings about say of it. */
    Map<String, String> details() {
        return Map.of("reason", "emergency_stop", "given_reason", reason, "stop", id);
    }
}
