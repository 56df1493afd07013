package io.apicredentials.it.gateway;

import io.apicredentials.testing.Fields;
import java.util.List;

/**
 * What is sent to an API, and what has to come of it.
 *
 * @param what it is, in words
 * @param path of the API
 * @param headers that are sent with it
 */
record Presented(String what, String path, Fields headers, Verdict verdict) {

    /** What an API says. */
    enum Verdict {
        /** Here you are. */
        ADMITTED,
        /** I do not believe this token. Apache judges all claims alike, and says 403 of any. */
        NOT_BELIEVED,
        /** I believe it, and it does not allow this. */
        NOT_ALLOWED;

        /** The HTTP statuses that say so. */
        List<Integer> statuses() {
            return switch (this) {
                case ADMITTED -> List.of(200);
                case NOT_BELIEVED -> List.of(400, 401, 403);
                case NOT_ALLOWED -> List.of(403);
            };
        }
    }

    boolean isAdmitted() {
        return verdict == Verdict.ADMITTED;
    }
}
