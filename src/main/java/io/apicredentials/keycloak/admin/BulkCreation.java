package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import io.apicredentials.keycloak.admin.BulkRun.Result;
import io.apicredentials.keycloak.client.CommittedClient;
import io.apicredentials.keycloak.failure.DatabaseFailure;
import io.apicredentials.keycloak.history.AuditTrail;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.SeparateTransactions;
import io.apicredentials.keycloak.rights.Caller;
import io.apicredentials.keycloak.rights.CallerRights;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** Creates each credential of a bulk as if it were the only one, with the rights that the caller has at that moment; on any thread. */
record BulkCreation(SeparateTransactions transactions, Caller caller, String id, boolean isDryRun) {

    private static final Logger LOG = Logger.getLogger(BulkCreation.class);

    /** As Keycloak has it. */
    private static final OAuth2ErrorRepresentation UNKNOWN_ERROR =
            new OAuth2ErrorRepresentation("unknown_error", "For more on this error consult the server log.");

    private static final Result NO_REALM = over("realm_gone", Response.Status.NOT_FOUND, "Realm not found.");
    private static final Result NO_RIGHT = over("forbidden", Response.Status.FORBIDDEN, "HTTP 403 Forbidden");

    /** @param error what Keycloak says to the creation of one */
    private static Result over(String reason, Response.Status status, String error) {
        return new Result.Over(
                reason, new Outcome(Event.FAILED, status.getStatusCode(), new OAuth2ErrorRepresentation(error, null)));
    }

    /** Creates the one of a line. What is answered of it is committed. */
    Result create(RequestLines.Line line) {
        AtomicReference<Creation.Made> made = new AtomicReference<>();
        try {
            return transactions
                    .saying(Map.of("bulk", id, "line", Integer.toString(line.number())))
                    .run(context -> create(context, line, made))
                    .orElse(NO_REALM);
        } catch (WebApplicationException refused) {
            return new Result.Done(refused(refused.getResponse()));
        } catch (RuntimeException failed) {
            // Whatever it is, the lines before are answered for, and those after may be all right.
            LOG.errorf(failed, "Bulk %s: line %d failed", id, line.number());
            return new Result.Done(failed(made, failed));
        }
    }

    private Result create(ManageContext context, RequestLines.Line line, AtomicReference<Creation.Made> made) {
        AuditTrail.of(context.session()).refuseWith(failed -> Refusal.notRecorded());
        Optional<CallerRights> rights =
                caller.rightsIn(context.session(), context.realm()).filter(CallerRights::mayManage);
        if (rights.isEmpty()) {
            return NO_RIGHT;
        }
        Creation creation = new Creation(context, rights.get());
        if (isDryRun) {
            creation.read(line.content());
            boolean waits = context.approval().requires(Operation.CREATE);
            Response.Status status = waits ? Response.Status.ACCEPTED : Response.Status.CREATED;
            return new Result.Done(new Outcome(Event.VALID, status.getStatusCode(), null));
        }
        Creation.Made created = creation.run(line.content());
        made.set(created);
        return new Result.Done(done(created));
    }

    private static Outcome done(Creation.Made made) {
        boolean waits = made.status() == Response.Status.ACCEPTED;
        return new Outcome(waits ? Event.WAITING : Event.CREATED, made.status().getStatusCode(), made.entity());
    }

    private static Outcome refused(Response answer) {
        boolean isOfServer = answer.getStatus() >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        return new Outcome(isOfServer ? Event.FAILED : Event.REFUSED, answer.getStatus(), answer.getEntity());
    }

    /** What fails after the commit does not take it back. */
    private Outcome failed(AtomicReference<Creation.Made> made, RuntimeException failed) {
        return Optional.ofNullable(made.get())
                .filter(this::isThere)
                .map(BulkCreation::done)
                .orElseGet(() -> {
                    if (DatabaseFailure.isUnreachable(failed)) {
                        return refused(DatabaseFailure.answer());
                    }
                    Response.Status status = Response.Status.INTERNAL_SERVER_ERROR;
                    return new Outcome(Event.FAILED, status.getStatusCode(), UNKNOWN_ERROR);
                });
    }

    private boolean isThere(Creation.Made made) {
        try {
            return transactions
                    .run(context -> CommittedClient.withId(context.session(), context.realm(), made.id()))
                    .flatMap(there -> there)
                    .isPresent();
        } catch (RuntimeException unreachable) {
            LOG.warnf(unreachable, "Bulk %s: nobody knows whether the credential %s was created", id, made.id());
            return false;
        }
    }
}
