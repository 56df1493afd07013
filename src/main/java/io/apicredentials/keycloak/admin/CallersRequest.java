package io.apicredentials.keycloak.admin;

import org.keycloak.common.ClientConnection;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;

/**
 * The request of a caller, for sessions on other threads. Keycloak finds it by the thread; without it, links would not have the host name
 * that was asked for, events would not have the address that a proxy names, and an edit would count as one by the server itself. It is only
 * read, and is there until the answer has ended.
 */
record CallersRequest(HttpRequest request, ClientConnection connection) {

    /** The one that is being answered by this thread. */
    static CallersRequest of(KeycloakContext context) {
        HttpRequest request = context.getHttpRequest();
        // Both are made when they are asked for first, and not by several threads.
        request.getUri().getRequestUri();
        request.getHttpHeaders().getRequestHeaders();
        return new CallersRequest(request, context.getConnection());
    }

    /** Has a session be one of this request. */
    void enter(KeycloakContext other) {
        other.setHttpRequest(request);
        other.setConnection(connection);
    }
}
