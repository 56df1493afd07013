package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** Everything that is wrong with one request; the one place that turns it into an answer. */
final class Problems {

    private final JsonNode request;
    private final List<ErrorRepresentation> errors = new ArrayList<>();

    /** @param request where the offending values are looked up */
    Problems(JsonNode request) {
        this.request = request;
    }

    /** For what is wrong before there is a request to look into. */
    static Problems one(String field, String message) {
        Problems problems = new Problems(MissingNode.getInstance());
        problems.add(field, message);
        return problems;
    }

    /**
     * @param field its place in the request, such as {@code allowedIps[2]}. A later problem with the same field, or with
     *     one around or inside it, is a consequence of the first and is left out.
     */
    void add(String field, String message) {
        if (errors.stream().anyMatch(error -> isWithin(error.getField(), field) || isWithin(field, error.getField()))) {
            return;
        }
        JsonNode given =
                request.at("/" + field.replace("[", "/").replace("]", "").replace(".", "/"));
        ErrorRepresentation error = new ErrorRepresentation();
        error.setField(field);
        error.setErrorMessage(message);
        error.setParams(given.isValueNode() ? new Object[] {given.asText()} : new Object[0]);
        errors.add(error);
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "[") || inner.startsWith(outer + ".");
    }

    /** @throws ErrorResponseException with status 400 and all of them, if there are any */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    /** The answer 400 with all of them; it also rolls the transaction back. */
    ErrorResponseException refusal() {
        ErrorRepresentation all = new ErrorRepresentation();
        all.setErrors(errors);
        return new ErrorResponseException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(all)
                .build());
    }
}
