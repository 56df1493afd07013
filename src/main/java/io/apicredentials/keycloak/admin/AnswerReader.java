package io.apicredentials.keycloak.admin;

import java.util.function.BooleanSupplier;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/**
 * The caller that reads an answer while it is being written. What is written for one that has left is dropped by the server without
 * an error, so that somebody who writes for long has to ask.
 */
final class AnswerReader {

    private final BooleanSupplier isClosed;

    private AnswerReader(BooleanSupplier isClosed) {
        this.isClosed = isClosed;
    }

    /** The caller of the present request. */
    static AnswerReader ofRequest() {
        ServerHttpResponse response = CurrentRequestManager.get().serverResponse();
        return new AnswerReader(response::closed);
    }

    boolean hasLeft() {
        return isClosed.getAsBoolean();
    }
}
