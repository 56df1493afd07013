package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.jpa.AdminEventEntity;
import org.keycloak.events.jpa.EventEntity;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * The rows of events that Keycloak has saved in this transaction. It saves an event before any listener hears of it, so that
 * what a listener corrects has to be corrected in the row too.
 */
public final class SavedEvents {

    private final EntityManager entities;

    public SavedEvents(KeycloakSession session) {
        entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Makes the row of an event, if there is one, say what the event says now. */
    public void correct(Event event) {
        Optional.ofNullable(entities.find(EventEntity.class, event.getId())).ifPresent(row -> {
            row.setClientId(event.getClientId());
            row.setUserId(event.getUserId());
            row.setSessionId(event.getSessionId());
            row.setIpAddress(event.getIpAddress());
            row.setError(event.getError());
            row.setDetailsJson(json(event.getDetails()));
        });
    }

    /** Makes the row of an admin event, if there is one, say what the event says now. */
    public void correct(AdminEvent event) {
        Optional.ofNullable(entities.find(AdminEventEntity.class, event.getId()))
                .ifPresent(row -> {
                    row.setAuthIpAddress(event.getAuthDetails().getIpAddress());
                    row.setResourcePath(event.getResourcePath());
                    if (row.getRepresentation() != null) {
                        row.setRepresentation(event.getRepresentation());
                    }
                    row.setError(event.getError());
                    row.setDetailsJson(json(event.getDetails()));
                });
    }

    private static @Nullable String json(@Nullable Map<String, String> details) {
        return details == null ? null : JsonSerialization.valueAsString(details);
    }
}
