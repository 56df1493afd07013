package io.apicredentials.keycloak.guard;

import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.address.CallerAddress;
import io.apicredentials.keycloak.history.AuditTrail;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.rights.RequestCaller;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

/** Who makes an edit through Keycloak, for records of it. */
final class EditAuthor {

    static final String NOT_RECORDED =
            "The change of an API credential cannot be recorded at present, so that it was not"
                    + " made; repeat the edit later, and tell the operator of the server.";

    private static final String KNOWN = "api-credential-edit-author";

    private EditAuthor() {}

    /** The records of a session, with the answer to an edit that cannot be recorded. */
    static AuditTrail trail(KeycloakSession session) {
        return AuditTrail.of(session)
                .refuseWith(failed -> ErrorResponse.error(NOT_RECORDED, Response.Status.SERVICE_UNAVAILABLE));
    }

    /** Who it is. An import may bring very many credentials, so that it is found out once. */
    static Author of(KeycloakSession session, String realmId) {
        Author known = session.getAttribute(KNOWN, Author.class);
        if (known != null) {
            return known;
        }
        Author author = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), fresh -> find(fresh, realmId));
        session.setAttribute(KNOWN, author);
        return author;
    }

    /** An import at the start of the server, or from its command line, is no request. */
    private static Author find(KeycloakSession fresh, String realmId) {
        try {
            fresh.getContext().getHttpRequest();
        } catch (ContextNotActiveException noRequest) {
            return Author.ofServer(Author.Way.IMPORT);
        }
        RealmModel committed = fresh.realms().getRealm(realmId);
        boolean isImport =
                committed == null || fresh.getContext().getUri().getPath().endsWith("/partialImport");
        Author.Way way = isImport ? Author.Way.IMPORT : Author.Way.KEYCLOAK;
        Optional<String> address = Optional.ofNullable(CallerAddress.of(
                        fresh.getContext().getHttpRequest(),
                        fresh.getContext().getConnection(),
                        ApiCredentials.options(fresh).proxies())
                .text());
        // Who creates a realm is a user of the master realm.
        RealmModel realm =
                Optional.ofNullable(committed).orElseGet(() -> fresh.realms().getRealmByName(Config.getAdminRealm()));
        return new RequestCaller(fresh)
                .rightsIn(realm)
                .map(editor -> user(editor, address, way))
                .orElseGet(() -> Author.ofAddress(Author.Kind.ANONYMOUS, address, way));
    }

    private static Author user(CallerRights editor, Optional<String> address, Author.Way way) {
        return new Author(
                Author.Kind.USER.word(),
                Optional.of(editor.userRealm()),
                Optional.of(editor.userId()),
                Optional.of(editor.username()),
                Optional.of(editor.clientId()),
                address,
                way.word());
    }
}
