package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.json.DeliveryFields;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.keycloak.json.SecretProblem;
import io.apicredentials.keycloak.manage.EndSecret;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.NewSecret;
import io.apicredentials.keycloak.manage.OfferSecret;
import io.apicredentials.keycloak.manage.PickUpApproved;
import io.apicredentials.keycloak.manage.RotateSecret;
import io.apicredentials.keycloak.manage.WithdrawLink;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.problem.Problem;
import io.apicredentials.time.Span;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;

/** The secrets of a credential: one, and for a while the one that it replaces. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecretsResource {

    private static final String OVERLAP = "overlap";
    private static final String FORCE = "force";

    private final ManageContext context;
    private final ClientModel client;
    private final CallerRights rights;
    private final Supplier<LockedCredential> lock;

    SecretsResource(ManageContext context, ClientModel client, CallerRights rights, Supplier<LockedCredential> lock) {
        this.context = context;
        this.client = client;
        this.rights = rights;
        this.lock = lock;
    }

    /** What is known of them, and how they are used. */
    @GET
    public Response list() {
        rights.requireView();
        CountedUses uses = new CountedUses(context.session(), context.realm());
        return Response.ok(SecretsRepresentation.of(client, uses, context.now()))
                .build();
    }

    /**
     * Rotates: makes a new secret and shows it, once, or a link at which somebody else does both.
     */
    @POST
    public Response rotate(InputStream body) {
        rights.requireManage();
        new QueryParameters(query(), List.of()).refuseIfWrong();
        JsonNode json = RequestJson.readOptional(body);
        Rotation wanted = rotation(json);
        LockedCredential credential = lock.get();
        WaitingChange waiting = new WaitingChange(context, rights);
        waiting.refuseUnapproved(credential);
        Optional<LastRequest> approved = credential.stored().approval().awaitingPickUp();
        if (approved.isPresent()) {
            return pickUp(credential, approved.get(), json);
        }
        return waiting.ask(credential, ProposedChange.rotate(wanted.overlap(), wanted.delivery()), wanted.reason())
                .orElseGet(() -> rotate(credential.because(wanted.reason()), wanted));
    }

    /** The secret that was approved is what it was approved as. */
    private Response pickUp(LockedCredential credential, LastRequest approved, JsonNode json) {
        RequestRights.requireGenuine(context.session(), rights);
        if (!new RequestRights(rights, approved).mayPickUp()) {
            throw Refusal.forbidden(Problem.of("", ApprovalProblem.NOT_REQUESTER));
        }
        if (!json.isEmpty()) {
            throw Refusal.badRequest(Problem.of("", ApprovalProblem.NOT_AS_APPROVED));
        }
        PickUpApproved.Outcome outcome = new PickUpApproved(credential).run(approved);
        if (outcome instanceof PickUpApproved.Outcome.PickedUp pickedUp) {
            return answer().of(pickedUp.credential(), pickedUp.secret());
        }
        throw Refusal.conflict(Problem.of("", ((PickUpApproved.Outcome.Refused) outcome).reason()));
    }

    private Response rotate(LockedCredential credential, Rotation wanted) {
        return wanted.delivery()
                .map(terms -> offer(credential, terms, wanted.overlap()))
                .orElseGet(() -> rotate(credential, wanted.overlap()));
    }

    private Response rotate(LockedCredential credential, Duration overlap) {
        RotateSecret.Outcome outcome = new RotateSecret(credential).run(overlap);
        if (outcome instanceof RotateSecret.Outcome.Rotated rotated) {
            return answer().of(rotated.credential(), new NewSecret.Shown(rotated.secret()));
        }
        throw Refusal.conflict(Problem.of("", ((RotateSecret.Outcome.Refused) outcome).reason()));
    }

    private Response offer(LockedCredential credential, DeliveryTerms terms, Duration overlap) {
        OfferSecret.Outcome outcome = new OfferSecret(credential).run(terms, overlap, rights.userId());
        if (outcome instanceof OfferSecret.Outcome.Offered offered) {
            return answer().of(offered.credential(), new NewSecret.ByLink(offered.token()));
        }
        throw Refusal.conflict(Problem.of("", ((OfferSecret.Outcome.Refused) outcome).reason()));
    }

    private SecretAnswer answer() {
        return new SecretAnswer(context.session());
    }

    /** Withdraws the link at which a secret can be picked up. */
    @DELETE
    @Path(DeliveryTerms.LINK)
    @Consumes(MediaType.WILDCARD)
    public Response withdrawLink() {
        rights.requireManage();
        new QueryParameters(query(), List.of()).refuseIfWrong();
        if (!new WithdrawLink(lock.get()).run()) {
            throw Refusal.notFound(Problem.of("", SecretProblem.NO_OPEN_LINK));
        }
        return Response.noContent().build();
    }

    /** Ends one of two secrets that work. */
    @DELETE
    @Path("{secret}")
    @Consumes(MediaType.WILDCARD)
    public Response end(@PathParam("secret") String id) {
        rights.requireManage();
        QueryParameters parameters = new QueryParameters(query(), List.of(FORCE));
        boolean force = parameters.flag(FORCE).orElse(false);
        parameters.refuseIfWrong();
        EndSecret.Outcome outcome = new EndSecret(lock.get()).run(id, force);
        if (outcome instanceof EndSecret.Outcome.Refused refused) {
            throw Refusal.conflict(refused.reason());
        }
        if (outcome instanceof EndSecret.Outcome.Unknown) {
            throw new NotFoundException("This API credential has no secret with this id.");
        }
        return Response.noContent().build();
    }

    /** What is asked for; without a delivery, the secret is shown. */
    private record Rotation(Duration overlap, Optional<DeliveryTerms> delivery, Optional<String> reason) {}

    private Rotation rotation(JsonNode json) {
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        String text = fields.text(OVERLAP);
        Optional<DeliveryTerms> delivery = DeliveryFields.read(fields, problems::add);
        Optional<String> reason = ReasonField.read(fields, problems);
        fields.refuseUnknown();
        Duration longest = new RealmSettings(context.realm()).policy().longestOverlap();
        Optional<Duration> overlap =
                text == null ? Optional.of(Duration.ZERO) : Span.parse(text, Duration.ZERO, longest);
        if (overlap.isEmpty()) {
            problems.add(
                    Problem.of(OVERLAP, RequestProblem.NOT_DURATION, Span.format(Duration.ZERO), Span.format(longest)));
        }
        Refusal.ifAny(problems);
        return new Rotation(overlap.orElseThrow(), delivery, reason);
    }

    private MultivaluedMap<String, String> query() {
        return context.session().getContext().getUri().getQueryParameters();
    }
}
