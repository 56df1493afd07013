package io.apicredentials.keycloak.delivery;

import io.apicredentials.delivery.DeliveryDecision;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.delivery.DeliveryVisit;
import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.CredentialLinks;
import io.apicredentials.keycloak.history.AuditTrail;
import io.apicredentials.keycloak.history.DeliveryEvents;
import io.apicredentials.keycloak.manage.ChangeLog;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.provider.ApiCredentials;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Somebody at the page of a link: where he is, and what is noted of him. */
record Visitor(KeycloakSession session, CallerAddress caller, InstantSource clock) {

    private static final String PICKED_UP = "picked_up";

    /** A visit of a link that names a credential. */
    record Visit(ClientModel client, DeliveryVisit visit) {}

    static Visitor of(KeycloakSession session, InstantSource clock) {
        CallerAddress caller = CallerAddress.of(
                session.getContext().getHttpRequest(),
                session.getContext().getConnection(),
                ApiCredentials.options(session).proxies());
        return new Visitor(session, caller, clock);
    }

    /** Keycloak checks this at its own endpoints, and not for providers of resources. */
    boolean lacksHttps() {
        boolean isHttps =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        return !isHttps
                && realm().getSslRequired().isRequired(session.getContext().getConnection());
    }

    /** Empty for a token that names no credential of the realm, and while the realm is disabled. */
    Optional<Visit> visit(String text) {
        return Optional.of(text)
                .filter(any -> realm().isEnabled())
                .flatMap(DeliveryToken::parse)
                .flatMap(token -> new CredentialClients(session, realm())
                        .find(token.credentialId())
                        .map(client -> new Visit(client, new DeliveryVisit(token, caller.address(), clock.instant()))));
    }

    /** The address for pages; empty when it is not known. */
    Optional<String> address() {
        return Optional.ofNullable(caller.text());
    }

    DeliveryEvents events() {
        return new DeliveryEvents(session, realm(), caller.text());
    }

    /** Notes a visit that hands nothing over, unless it only asks what there is. */
    void tell(Visit visit, DeliveryRefusal reason) {
        boolean isLook =
                HttpMethod.HEAD.equals(session.getContext().getHttpRequest().getHttpMethod());
        if (!isLook) {
            events().refused(visit.client(), reason);
        }
    }

    DeliveryDecision decide(Visit visit) {
        return new CredentialLinks(realm()).decide(visit.client(), visit.visit());
    }

    /** For what the visitor changes. When that cannot be recorded, the answer is a page that says so. */
    ManageContext context() {
        AuditTrail.of(session).refuseWith(failed -> new WebApplicationException(failed, notRecorded()));
        return new ManageContext(
                session,
                realm(),
                ChangeLog.ofVisitor(session, realm(), PICKED_UP, Optional.ofNullable(caller.text())),
                clock);
    }

    /** Made in a session of its own: in the transaction of this one, the database may answer nothing any more. */
    private Response notRecorded() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                fresh -> new PageRenderer(fresh, fresh.getContext().getRealm()).render(DeliveryPage.notRecorded()),
                "not-recorded");
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
