package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.AuditHistory;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialUses;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSettings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.ClientModel;

/** What happened with a credential, in answers. Each asks for the right to view first. */
record HistoryAnswers(
        ManageContext context, ClientModel client, CallerRights rights, MultivaluedMap<String, String> query) {

    private static final String DAYS = "days";
    private static final int USUAL_DAYS = 30;

    /** For so long uses are kept unless an operator has chosen another time. */
    private static final int MOST_DAYS = 400;

    /** The last uses of it that the realm has saved. */
    UsageRepresentation usage() {
        rights.requireView();
        CredentialUses uses = new CredentialUses(context.session(), context.realm());
        return UsageRepresentation.of(uses, client.getClientId(), Page.read(query));
    }

    /** How often it was used, and how often refused. */
    ActivityRepresentation activity() {
        rights.requireView();
        ActivityParameters asked = ActivityParameters.read(query, context.now());
        return ActivityRepresentation.of(new CountedUses(context.session(), context.realm()), client.getId(), asked);
    }

    /** What its uses of the last days suggest. */
    SuggestionsRepresentation suggestions() {
        rights.requireView();
        QueryParameters parameters = new QueryParameters(query, List.of(DAYS));
        int days = parameters.number(DAYS, USUAL_DAYS, 1, MOST_DAYS);
        parameters.refuseIfWrong();
        return SuggestionsRepresentation.of(
                new CountedUses(context.session(), context.realm()),
                StoredCredential.of(client),
                new RealmSettings(context.realm()).policy(),
                Duration.ofDays(days),
                context.now());
    }

    /** Its uses and changes in one list. */
    Timeline timeline() {
        rights.requireView();
        TimelineRequest asked = TimelineRequest.read(query);
        return Refusal.unlessUnreadable(() -> Timeline.of(
                new Timeline.Sources(
                        StoredCredential.of(client),
                        new CredentialUses(context.session(), context.realm()),
                        new AuditHistory(context.session(), context.realm()),
                        new CredentialChanges(context.session(), context.realm()),
                        usernames()),
                asked));
    }

    /** The last changes of it that the realm has saved. */
    ChangesRepresentation changes() {
        rights.requireView();
        Page page = Page.read(query);
        CredentialChanges saved = new CredentialChanges(context.session(), context.realm());
        return ChangesRepresentation.of(saved, client.getId(), page, usernames());
    }

    private Usernames usernames() {
        return new Usernames(context.session(), context.realm(), rights);
    }
}
