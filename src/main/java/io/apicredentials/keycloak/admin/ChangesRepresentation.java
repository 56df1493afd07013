package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.keycloak.history.CredentialChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;

/**
 * The changes of one credential in answers.
 *
 * @param recorded whether a change that is made now would be among them
 * @param keptFor for how long it would be, as an ISO 8601 duration; null when for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangesRepresentation(boolean recorded, @Nullable String keptFor, List<Change> changes) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /**
     * One change.
     *
     * @param action what was done, where the operation is {@code ACTION}, such as {@code disable}
     * @param reason why, where nobody asked for it of this credential alone, such as {@code unused}
     * @param givenReason what the user said who did it, where somebody has to say something
     * @param userId who made it
     * @param username how that user is called now, null when the user is gone or of a realm whose users the caller may not
     *     look at
     * @param ipAddress where the request came from; null for what the server does by itself
     * @param representation what the credential was like after it; null for an edit as a client, of which Keycloak may
     *     have saved all attributes and with them the hash of the secret
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String time,
            String operation,
            String resourcePath,
            @Nullable String action,
            @Nullable String reason,
            @Nullable String givenReason,
            @Nullable String userId,
            @Nullable String username,
            @Nullable String ipAddress,
            @Nullable JsonNode representation) {

        static Change of(AdminEvent event, Usernames usernames) {
            Optional<AuthDetails> caller = Optional.ofNullable(event.getAuthDetails());
            return new Change(
                    Instant.ofEpochMilli(event.getTime()).toString(),
                    event.getOperationType().name(),
                    event.getResourcePath(),
                    detail(event, "action"),
                    detail(event, "reason"),
                    detail(event, "given_reason"),
                    caller.map(AuthDetails::getUserId).orElse(null),
                    caller.flatMap(usernames::find).orElse(null),
                    caller.map(AuthDetails::getIpAddress)
                            .or(() -> Optional.ofNullable(detail(event, CredentialChanges.ADDRESS)))
                            .orElse(null),
                    saved(event));
        }

        /** What the event says beside its fields; null when it is of Keycloak's own resource. */
        static @Nullable String detail(AdminEvent event, String name) {
            return Optional.ofNullable(event.getDetails())
                    .filter(details -> CredentialChanges.RESOURCE_TYPE.equals(event.getResourceTypeAsString()))
                    .map((Map<String, String> details) -> details.get(name))
                    .orElse(null);
        }

        private static @Nullable JsonNode saved(AdminEvent event) {
            String text = event.getRepresentation();
            if (text == null || !CredentialChanges.RESOURCE_TYPE.equals(event.getResourceTypeAsString())) {
                return null;
            }
            try {
                JsonNode json = JSON.readValue(text);
                return json.isObject() ? json : null;
            } catch (JsonProcessingException cutOff) {
                return null;
            }
        }
    }

    static ChangesRepresentation of(CredentialChanges saved, String id, Page page, Usernames usernames) {
        return new ChangesRepresentation(
                saved.areRecorded(),
                saved.keptFor().map(Duration::toString).orElse(null),
                saved.list(id, page.first(), page.max()).stream()
                        .map(event -> Change.of(event, usernames))
                        .toList());
    }
}
