package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits for approval in a realm, and what became of what did. */
@Produces(MediaType.APPLICATION_JSON)
public final class ApprovalsResource {

    private static final String STATUS = "status";
    private static final String OPEN = "open";
    private static final String DECIDED = "decided";

    private final ManageContext context;
    private final CallerRights rights;

    ApprovalsResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    /** What waits, the first to end first; or what was decided, the last first. */
    @GET
    public Response list() {
        rights.requireView();
        QueryParameters parameters = parameters(List.of("first", "max"));
        boolean isOpen = isOpen(parameters);
        Page page = Page.read(parameters);
        parameters.refuseIfWrong();
        List<AskedRequest> asked = requests().list(isOpen, context.now(), page);
        return Response.ok(ApprovalAnswers.of(context, rights, asked)).build();
    }

    @GET
    @Path("count")
    public Response count() {
        rights.requireView();
        QueryParameters parameters = parameters(List.of());
        boolean isOpen = isOpen(parameters);
        parameters.refuseIfWrong();
        Instant now = context.now();
        return Response.ok(isOpen ? requests().countOpen(now) : requests().countDecided(now))
                .build();
    }

    /** One request; 404 for one that another has taken the place of. */
    @Path("{id}")
    public ApprovalResource request(@PathParam("id") String id) {
        return new ApprovalResource(context, rights, id);
    }

    private AskedRequests requests() {
        return new AskedRequests(context.session(), context.realm());
    }

    private QueryParameters parameters(List<String> others) {
        List<String> known = new ArrayList<>(others);
        known.add(STATUS);
        return new QueryParameters(context.session().getContext().getUri().getQueryParameters(), known);
    }

    private static boolean isOpen(QueryParameters parameters) {
        String wanted = parameters.text(STATUS);
        if (wanted != null && !wanted.equals(OPEN) && !wanted.equals(DECIDED)) {
            parameters.wrong(Problem.of(STATUS, RequestProblem.NOT_ONE_OF, OPEN + ", " + DECIDED));
        }
        return wanted == null || wanted.equals(OPEN);
    }
}
