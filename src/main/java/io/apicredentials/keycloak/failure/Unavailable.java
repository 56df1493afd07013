package io.apicredentials.keycloak.failure;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** What is answered with 503, in the two fields that clients of OAuth 2.0 and of Keycloak's admin API read. */
enum Unavailable {
    DATABASE("temporarily_unavailable", "The server cannot reach its database at present; repeat the request later."),
    CACHE("temporarily_unavailable", "Other nodes of the cluster do not answer at present; repeat the request later."),
    NODES_NOT_TOLD(
            "nodes_not_told",
            "The change is made. Other nodes of the cluster did not answer in time; until they can be reached again,"
                    + " they may go on with what they had before.");

    static final String RETRY_AFTER_SECONDS = "5";

    private final String error;
    private final String description;

    Unavailable(String error, String description) {
        this.error = error;
        this.description = description;
    }

    OAuth2ErrorRepresentation representation() {
        return new OAuth2ErrorRepresentation(error, description);
    }

    Response answer() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(representation())
                .build();
    }

    /** Keycloak's page for people, with this status. */
    Response page(Response page) {
        return Response.fromResponse(page)
                .status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
