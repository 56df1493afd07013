package io.apicredentials.keycloak.admin;

import jakarta.ws.rs.container.CompletionCallback;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * The caller that reads an answer while it is being written. What is written for one that has left is dropped by the server without
 * an error, so that somebody who writes for long has to ask.
 */
final class AnswerReader {

    private final ResteasyReactiveRequestContext request;

    private AnswerReader(ResteasyReactiveRequestContext request) {
        this.request = request;
    }

    /** The caller of the present request. */
    static AnswerReader ofRequest() {
        return new AnswerReader(CurrentRequestManager.get());
    }

    boolean hasLeft() {
        return request.serverResponse().closed();
    }

    /** Has something done when the request has ended, in whichever way. */
    void whenRequestEnds(Runnable work) {
        request.registerCompletionCallback((CompletionCallback) failed -> work.run());
    }

    /** What is written to the answer, by a stream that cuts the caller off when it takes nothing for too long. */
    WatchedOutput watch(OutputStream output) {
        return WatchedOutput.of(output, request.serverResponse()::reset);
    }
}
