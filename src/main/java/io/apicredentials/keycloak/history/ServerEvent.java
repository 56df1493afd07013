package io.apicredentials.keycloak.history;

import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * An admin event of what the server does by itself. Keycloak's own builder takes user, client and address from a request; a
 * copy of an event needs none.
 */
public final class ServerEvent extends AdminEventBuilder {

    public ServerEvent(KeycloakSession session, RealmModel realm) {
        super(realm, null, session, null, ofNobody(realm));
    }

    private static AdminEvent ofNobody(RealmModel realm) {
        AuthDetails nobody = new AuthDetails();
        nobody.setRealmId(realm.getId());
        nobody.setRealmName(realm.getName());
        AdminEvent event = new AdminEvent();
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(nobody);
        return event;
    }
}
