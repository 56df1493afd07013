package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.ReplaceCatalogue;
import io.apicredentials.keycloak.manage.ReplaceCatalogue.Outcome;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmCatalogue;
import io.apicredentials.permission.PermissionCatalogue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The permission sets of a realm: its own or, as long as it has none, the built-in ones. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PermissionSetsResource {

    private static final String KEEP_GRANTED = "keepGranted";

    private final ManageContext context;
    private final CallerRights rights;

    PermissionSetsResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    @GET
    public Response get() {
        rights.requireViewSettings();
        parameters(List.of()).refuseIfWrong();
        return answer(new RealmCatalogue(context.realm()).present());
    }

    /** Replaces all of them. What changes nothing writes nothing. */
    @PUT
    public Response put(InputStream body) {
        rights.requireManageSettings();
        boolean keepGranted = keepGranted();
        return replace(Optional.of(PermissionSetsRequest.read(body)), keepGranted);
    }

    /** Returns to the built-in ones, and answers them. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Response delete() {
        rights.requireManageSettings();
        return replace(Optional.empty(), keepGranted());
    }

    private Response replace(Optional<PermissionCatalogue> sets, boolean keepGranted) {
        Outcome outcome = new ReplaceCatalogue(context).run(sets, keepGranted);
        if (outcome instanceof Outcome.StillGranted granted) {
            throw Refusal.setsInUse(granted.holders(), rights.mayView());
        }
        if (outcome instanceof Outcome.Done done) {
            return answer(done.catalogue());
        }
        throw Refusal.settingsBusy();
    }

    private boolean keepGranted() {
        QueryParameters parameters = parameters(List.of(KEEP_GRANTED));
        boolean keepGranted = parameters.flag(KEEP_GRANTED).orElse(false);
        parameters.refuseIfWrong();
        return keepGranted;
    }

    private QueryParameters parameters(List<String> known) {
        return new QueryParameters(context.session().getContext().getUri().getQueryParameters(), known);
    }

    private static Response answer(PermissionCatalogue catalogue) {
        return Response.ok(catalogue.sets().stream()
                        .map(PermissionSetRepresentation::of)
                        .toList())
                .build();
    }
}
