package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.CredentialQuery.Filter;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** The query parameters of a listing. */
record ListingParameters(Filter filter, Page page) {

    private static final List<String> KNOWN = List.of("first", "max", "search", "permissionSet", "enabled");

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static ListingParameters read(MultivaluedMap<String, String> query, PermissionCatalogue catalogue) {
        QueryParameters parameters = new QueryParameters(query, KNOWN);
        String permissionSet = parameters.text("permissionSet");
        if (permissionSet != null && catalogue.find(permissionSet).isEmpty()) {
            parameters.wrong(Problem.of(
                    "permissionSet", RequestProblem.PERMISSION_SET_UNKNOWN, String.join(", ", catalogue.types())));
        }
        Boolean enabled = parameters.flag("enabled").orElse(null);
        String search = parameters.text("search");
        Page page = Page.read(parameters);
        parameters.refuseIfWrong();

        return new ListingParameters(new Filter(search, permissionSet, enabled), page);
    }
}
