package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.DueUnused;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.manage.CreateCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmAddresses;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.PermissionCatalogue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The API credentials of a realm. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiCredentialsResource {

    private static final int MAX_IDS = 100;

    private final ManageContext context;
    private final CallerRights rights;
    private final ProxySettings proxies;
    private final PermissionCatalogue catalogue;

    ApiCredentialsResource(ManageContext context, CallerRights rights, ProxySettings proxies) {
        this.context = context;
        this.rights = rights;
        this.proxies = proxies;
        this.catalogue = new RealmSettings(context.realm()).catalogue();
    }

    @Path("permission-sets")
    public PermissionSetsResource permissionSets() {
        return new PermissionSetsResource(context, rights);
    }

    /** The address that the caller would be judged by, where it comes from, and what is wrong with the proxy settings. */
    @GET
    @Path("self-test")
    public Response selfTest() {
        rights.requireView();
        new QueryParameters(query(), List.of()).refuseIfWrong();
        CallerAddress caller = CallerAddress.of(
                session().getContext().getHttpRequest(), session().getContext().getConnection(), proxies);
        return Response.ok(SelfTestRepresentation.of(caller, proxies)).build();
    }

    /** What this resource is like, for programs. */
    @GET
    @Path("openapi.json")
    public Response openApi() {
        rights.requireViewSettings();
        new QueryParameters(query(), List.of()).refuseIfWrong();
        return Response.ok(OpenApiDocument.of(new RealmAddresses(session()))).build();
    }

    @GET
    public Response list() {
        rights.requireView();
        return Response.ok(Health.of(session(), realm()).of(listing().page()).stream()
                        .map(CredentialRepresentation::of)
                        .toList())
                .build();
    }

    @GET
    @Path("count")
    public Response count() {
        rights.requireView();
        return Response.ok(listing().count()).build();
    }

    /** How often these were used; on its own, for the same reason as the last use. */
    @GET
    @Path("activity")
    public Response activity() {
        rights.requireView();
        ActivityParameters.OfMany asked = ActivityParameters.readOfMany(query(), MAX_IDS, context.now());
        return Response.ok(BriefActivitiesRepresentation.of(
                        new CountedUses(session(), realm()), asked.ids(), asked.activity()))
                .build();
    }

    /** When these were last used; on its own, so that a large table of uses never slows the list. */
    @GET
    @Path("last-used")
    public Response lastUsed() {
        rights.requireView();
        QueryParameters parameters = new QueryParameters(query(), List.of("id"));
        List<String> ids = parameters.texts("id", MAX_IDS);
        parameters.refuseIfWrong();
        return Response.ok(LastUsedRepresentation.of(new CountedUses(session(), realm()), ids))
                .build();
    }

    /**
     * Creates a credential and shows its secret, once. There is no {@code Location} header: {@code kcadm create -o} would
     * follow it and lose the body with the secret.
     */
    @POST
    public Response create(InputStream body) {
        rights.requireManage();
        new CreateCredential(context).logWarnings();
        return new Creation(context, rights).run(body).answer();
    }

    @Path("bulk")
    public BulkResource bulk() {
        return new BulkResource(context, rights);
    }

    @Path("approvals")
    public ApprovalsResource approvals() {
        return new ApprovalsResource(context, rights);
    }

    @Path("audit")
    public AuditResource audit() {
        return new AuditResource(context, rights);
    }

    @Path("emergency-stop")
    public EmergencyStopResource emergencyStop() {
        return new EmergencyStopResource(context, rights);
    }

    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(context, rights);
    }

    /** One credential; 404 for an unknown id, and for that of a client that is none. */
    @Path("{id}")
    public ApiCredentialResource credential(@PathParam("id") String id) {
        rights.requireView();
        ClientModel client = new CredentialClients(session(), realm()).find(id).orElseThrow(Refusal::unknownCredential);
        return new ApiCredentialResource(context, client, rights, catalogue);
    }

    private Listing listing() {
        Instant now = context.now();
        return new Listing(
                context,
                ListingParameters.read(
                        query(), catalogue, context.judge(), () -> DueUnused.of(session(), realm(), now), now));
    }

    private KeycloakSession session() {
        return context.session();
    }

    private RealmModel realm() {
        return context.realm();
    }

    private MultivaluedMap<String, String> query() {
        return session().getContext().getUri().getQueryParameters();
    }
}
