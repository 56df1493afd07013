package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialUses;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.models.ClientModel;

/** What happened with a credential, in answers. Each asks for the right to view first. */
record HistoryAnswers(
        ManageContext context, ClientModel client, CallerRights rights, MultivaluedMap<String, String> query) {

    /** The last uses of it that the realm has saved. */
    UsageRepresentation usage() {
        rights.requireView();
        CredentialUses uses = new CredentialUses(context.session(), context.realm());
        return UsageRepresentation.of(uses, client.getClientId(), Page.read(query));
    }

    /** How often it was used, and how often refused. */
    ActivityRepresentation activity() {
        rights.requireView();
        ActivityParameters asked =
                ActivityParameters.read(query, context.clock().instant());
        return ActivityRepresentation.of(new CountedUses(context.session(), context.realm()), client.getId(), asked);
    }

    /** The last changes of it that the realm has saved. */
    ChangesRepresentation changes() {
        rights.requireView();
        Page page = Page.read(query);
        CredentialChanges saved = new CredentialChanges(context.session(), context.realm());
        Usernames usernames = new Usernames(context.session(), context.realm(), rights);
        return ChangesRepresentation.of(saved, client.getId(), page, usernames);
    }
}
