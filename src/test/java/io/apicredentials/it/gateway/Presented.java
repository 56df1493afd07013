package io.apicredentials.it.gateway;

import io.apicredentials.testing.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to an API, and what has to come of it.
 *
 * @param what it is, in words
 * @param method of HTTP
 * @param path of the API, and perhaps a query
 * @param headers that are sent with it
 * @param token the only one that may get to what is behind a gateway
 */
record Presented(String what, String method, String path, Fields headers, String token, Verdict verdict) {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /** What an API says. */
    enum Verdict {
        /** Here you are. */
        ADMITTED,
        /** Of two tokens one is good: some take that one, and some say 400 or 401. */
        ADMITTED_OR_NOT,
        /** I do not believe this token. Apache judges all claims alike, and says 403 of any. */
        NOT_BELIEVED,
        /** I believe it, and it does not allow this. */
        NOT_ALLOWED,
        /** Nobody may do that here. What knows its paths and methods says that there is none such. */
        NOT_SERVED;

        /** The HTTP statuses that say so. */
        List<Integer> statuses() {
            return switch (this) {
                case ADMITTED -> List.of(200);
                case ADMITTED_OR_NOT -> List.of(200, 400, 401);
                case NOT_BELIEVED -> List.of(400, 401, 403);
                case NOT_ALLOWED -> List.of(403);
                case NOT_SERVED -> List.of(403, 404, 405);
            };
        }
    }

    /** One with a token where a token belongs, and nothing else. */
    static Presented bearer(String what, String method, String path, String token, Verdict verdict) {
        return new Presented(what, method, path, Fields.bearer(token), token, verdict);
    }

    /** What is sent in its body, if anything. */
    @Nullable String body() {
        return WITHOUT_BODY.contains(method) ? null : "[]";
    }
}
