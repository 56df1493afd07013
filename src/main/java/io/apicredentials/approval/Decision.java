package io.apicredentials.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param status what it is now, never open
 * @param by the id of the user who ended it; empty when it has timed out
 */
public record Decision(RequestStatus status, Instant at, Optional<String> by) {

    public Decision {
        if (!RequestStatus.DECIDED.contains(status)) {
            throw new IllegalArgumentException("an open request has no decision");
        }
    }
}
