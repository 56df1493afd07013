package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.apicredentials.secret.ClientSecret;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/**
 * Everything that is wrong with one request, up to {@value #MAX} things; the one place that turns it into an answer. What is
 * repeated of the request is cut off, and only names that are ours are taken apart: a caller chooses how long the others are.
 */
final class Problems {

    /** More would be an answer of megabytes to a request of kilobytes. */
    private static final int MAX = 100;

    private static final int MAX_NAME = 100;
    private static final int MAX_VALUE = 200;
    private static final Pattern PARENTS = Pattern.compile("[\\[.]");

    private final JsonNode request;
    private final List<ErrorRepresentation> errors = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    /** @param request where the offending values are looked up */
    Problems(JsonNode request) {
        this.request = request;
    }

    /** For what is wrong before there is a request to look into. */
    static Problems one(String field, String message) {
        Problems problems = new Problems(MissingNode.getInstance());
        problems.addUnknown(field, MissingNode.getInstance(), message);
        return problems;
    }

    static NotFoundException unknownCredential() {
        return new NotFoundException("There is no API credential with this id.");
    }

    /** For a correct request that had to wait too long for others. */
    static WebApplicationException busy() {
        return ErrorResponse.error(
                "Another request is changing this API credential at the moment; repeat the request.",
                Response.Status.CONFLICT);
    }

    /** For a value of the wrong type: what the rules say of it later is a consequence, and left out. */
    void addUnreadable(String field, String message) {
        add(field, message);
        unreadable.add(field);
    }

    /** @param field its place in the request, such as {@code allowedIps[2]}: one of those that requests have */
    void add(String field, String message) {
        if (!isFull() && !isWithinUnreadable(field)) {
            put(field, request.at("/" + field.replace("[", "/").replace("]", "").replace(".", "/")), message);
        }
    }

    /** @param field its place in the request, which ends with a name that the caller chose */
    void addUnknown(String field, JsonNode given, String message) {
        if (!isFull()) {
            put(cut(ClientSecret.mask(field), MAX_NAME), given, message);
        }
    }

    private boolean isFull() {
        return errors.size() == MAX;
    }

    private void put(String field, JsonNode given, String message) {
        ErrorRepresentation error = new ErrorRepresentation();
        error.setField(field);
        // A secret in the wrong field would go on to logs and screens with the answer.
        error.setErrorMessage(ClientSecret.mask(message));
        error.setParams(
                given.isValueNode() ? new Object[] {cut(ClientSecret.mask(given.asText()), MAX_VALUE)} : new Object[0]);
        errors.add(error);
    }

    private static String cut(String text, int length) {
        boolean isLong = text.codePointCount(0, text.length()) > length;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, length)) + "…" : text;
    }

    private boolean isWithinUnreadable(String field) {
        return unreadable.contains(field)
                || PARENTS.matcher(field)
                        .results()
                        .anyMatch(end -> unreadable.contains(field.substring(0, end.start())));
    }

    private static String sentence(ErrorRepresentation error) {
        return error.getField().isEmpty() ? error.getErrorMessage() : error.getField() + ": " + error.getErrorMessage();
    }

    boolean isEmpty() {
        return errors.isEmpty();
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
        // Clients such as kcadm.sh show this and not the list.
        all.setErrorMessage(errors.stream().map(Problems::sentence).collect(Collectors.joining(" ")));
        return new ErrorResponseException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(all)
                .build());
    }
}
