package io.apicredentials.keycloak.delivery;

import io.apicredentials.delivery.DeliveryDecision;
import io.apicredentials.delivery.DeliveryDecision.Refused;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.manage.LockAttempt;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.PickUpSecret;
import io.apicredentials.keycloak.settings.RealmAddresses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/**
 * The page of a link. To open it consumes nothing, since mail programs and messengers open links to show a preview; the
 * button in it does. The token is in the address, and whoever has it may have the secret: there is nothing to forge.
 */
@Produces(MediaType.TEXT_HTML)
public final class DeliveryResource {

    private static final String TOKEN = "token";

    private final KeycloakSession session;

    DeliveryResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("{" + TOKEN + "}")
    public Response open(@PathParam(TOKEN) String token) {
        Visitor visitor = visitor();
        Optional<Visitor.Visit> visit = visitor.visit(token);
        if (visit.isEmpty()) {
            return page(DeliveryPage.refused(DeliveryRefusal.UNKNOWN, visitor.address()));
        }
        return decided(visitor, visit.get(), visitor.decide(visit.get()));
    }

    @POST
    @Path("{" + TOKEN + "}")
    @Consumes(MediaType.WILDCARD)
    public Response confirm(@PathParam(TOKEN) String token) {
        Visitor visitor = visitor();
        Optional<Visitor.Visit> visit = visitor.visit(token);
        if (visit.isEmpty()) {
            return page(DeliveryPage.refused(DeliveryRefusal.UNKNOWN, visitor.address()));
        }
        // Judged under the lock once more; but the lock is not for everybody who knows what a link looks like.
        DeliveryDecision decision = visitor.decide(visit.get());
        if (!(decision instanceof DeliveryDecision.Open)) {
            return decided(visitor, visit.get(), decision);
        }
        LockAttempt attempt =
                LockedCredential.take(visitor.context(), visit.get().client());
        if (attempt instanceof LockedCredential locked) {
            return confirm(visitor, visit.get(), locked);
        }
        session.getTransactionManager().setRollbackOnly();
        return page(
                attempt == LockAttempt.Missed.GONE
                        ? DeliveryPage.refused(DeliveryRefusal.UNKNOWN, visitor.address())
                        : DeliveryPage.busy());
    }

    private Response confirm(Visitor visitor, Visitor.Visit visit, LockedCredential credential) {
        PickUpSecret.Outcome outcome = new PickUpSecret(credential).run(visit.visit());
        if (outcome instanceof PickUpSecret.Outcome.PickedUp pickedUp) {
            return handOver(visitor, visit, pickedUp);
        }
        return decided(visitor, visit, ((PickUpSecret.Outcome.Refused) outcome).decision());
    }

    /** The page is made before the secret is committed: where the theme fails, the link goes on working. */
    private Response handOver(Visitor visitor, Visitor.Visit visit, PickUpSecret.Outcome.PickedUp pickedUp) {
        visitor.events().pickedUp(visit.client(), pickedUp.secretId());
        Response page = page(DeliveryPage.secret(
                visit.client().getClientId(),
                pickedUp.secret().reveal(),
                new RealmAddresses(session).tokenEndpoint(),
                pickedUp.previousUntil()));
        if (page.getStatus() != Response.Status.OK.getStatusCode()) {
            session.getTransactionManager().setRollbackOnly();
        }
        return page;
    }

    private Response decided(Visitor visitor, Visitor.Visit visit, DeliveryDecision decision) {
        if (decision instanceof DeliveryDecision.Open open) {
            StoredCredential credential = StoredCredential.of(visit.client());
            return page(DeliveryPage.open(
                    Optional.ofNullable(credential.name()).orElse(credential.clientId()), open.delivery()));
        }
        if (decision instanceof DeliveryDecision.PickedUp used) {
            visitor.tell(visit, DeliveryRefusal.REUSED);
            return page(DeliveryPage.pickedUp(used.pickUp()));
        }
        DeliveryRefusal reason = ((Refused) decision).reason();
        visitor.tell(visit, reason);
        return page(DeliveryPage.refused(reason, visitor.address()));
    }

    /** @throws ErrorPageException where the realm requires HTTPS and the visitor has none */
    private Visitor visitor() {
        Visitor visitor = Visitor.of(session, InstantSource.system());
        if (visitor.lacksHttps()) {
            throw new ErrorPageException(session, Response.Status.BAD_REQUEST, Messages.HTTPS_REQUIRED);
        }
        return visitor;
    }

    private Response page(DeliveryPage page) {
        return new PageRenderer(session, session.getContext().getRealm()).render(page);
    }
}
