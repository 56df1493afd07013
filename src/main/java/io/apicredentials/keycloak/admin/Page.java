package io.apicredentials.keycloak.admin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * The part of a list that is asked for.
 *
 * @param first how many to skip
 * @param max how many to return, 1 to 100
 */
record Page(int first, int max) {

    private static final int DEFAULT_MAX = 20;
    private static final int LARGEST_MAX = 100;

    /**
     * For a resource that has no parameters but these.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static Page read(MultivaluedMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query, List.of("first", "max"));
        Page page = read(parameters);
        parameters.refuseIfWrong();
        return page;
    }

    static Page read(QueryParameters parameters) {
        return new Page(
                parameters.number("first", 0, 0, Integer.MAX_VALUE),
                parameters.number("max", DEFAULT_MAX, 1, LARGEST_MAX));
    }
}
