package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CredentialEvent;
import io.apicredentials.keycloak.history.CredentialUses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/**
 * The uses of one credential in answers.
 *
 * @param recorded whether a use that happens now would be among them
 * @param keptFor for how long it would be, as an ISO 8601 duration; null when for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageRepresentation(boolean recorded, @Nullable String keptFor, List<Use> uses) {

    /**
     * One request for a token.
     *
     * @param refusal the reason, null when it was accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Use(
            String time,
            boolean accepted,
            @Nullable String ipAddress,
            @Nullable String refusal) {

        static Use of(Event event) {
            boolean accepted = event.getType() == EventType.CLIENT_LOGIN;
            return new Use(
                    Instant.ofEpochMilli(event.getTime()).toString(),
                    accepted,
                    event.getIpAddress(),
                    accepted ? null : CredentialEvent.refusal(event).orElse(null));
        }
    }

    static UsageRepresentation of(CredentialUses uses, String clientId, Page page) {
        return new UsageRepresentation(
                uses.areRecorded(),
                uses.keptFor().map(Duration::toString).orElse(null),
                uses.list(clientId, page.first(), page.max()).stream()
                        .map(Use::of)
                        .toList());
    }
}
