package io.apicredentials.keycloak.history;

import io.apicredentials.access.RefusalReason;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.secret.KnownSecret;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;

/** The details that API credentials add to Keycloak's user events. */
public final class CredentialEvent {

    private static final String REFUSAL = "api_credential_refusal";
    /** The detail that has the id of a secret. */
    public static final String SECRET = "api_credential_secret";

    private static final String FAILURES = "api_credential_failures";
    private static final String OVER_LIMIT = "over_limit";

    private CredentialEvent() {}

    /** Says in the event which of the credential's secrets was used, by its id. */
    public static EventBuilder used(EventBuilder event, KnownSecret secret) {
        return event.detail(SECRET, secret.id());
    }

    /** Says in the event, and only there, why a use was refused. */
    public static EventBuilder refused(EventBuilder event, RefusalReason reason) {
        return event.detail(REFUSAL, reason.code());
    }

    /** Why a saved use was refused: our reason, or Keycloak's error if it was refused elsewhere; empty if it was not. */
    public static Optional<String> refusal(Event event) {
        return Optional.ofNullable(event.getDetails())
                .map((Map<String, String> details) -> details.get(REFUSAL))
                .or(() -> Optional.ofNullable(event.getError()));
    }

    /** Whether this is about the authentication of a credential, or a token that it was refused or given. */
    public static boolean isOfCredential(Event event) {
        Map<String, String> details = Optional.ofNullable(event.getDetails()).orElse(Map.of());
        return details.containsKey(REFUSAL) || ClientFlow.AUTHENTICATOR.equals(details.get(Details.CLIENT_AUTH_METHOD));
    }

    /** Says in the event that the credential or the address fails more often than normal. */
    public static EventBuilder manyFailures(EventBuilder event) {
        return event.detail(FAILURES, OVER_LIMIT);
    }

    /** Whether it says so. */
    public static boolean isOneOfMany(Event event) {
        return event.getDetails() != null
                && OVER_LIMIT.equals(event.getDetails().get(FAILURES));
    }
}
