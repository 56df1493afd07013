package io.apicredentials.keycloak.store;

import io.apicredentials.credential.RefusalReason;
import org.keycloak.events.EventBuilder;

/** The details that API credentials add to Keycloak's user events. */
public final class CredentialEvent {

    private static final String REFUSAL = "api_credential_refusal";
    private static final String FAILURES = "api_credential_failures";

    private CredentialEvent() {}

    /** Says in the event, and only there, why a use was refused. */
    public static EventBuilder refused(EventBuilder event, RefusalReason reason) {
        return event.detail(REFUSAL, reason.code());
    }

    /** Says in the event that the credential or the address fails more often than is nothing special. */
    public static EventBuilder overLimit(EventBuilder event) {
        return event.detail(FAILURES, "over_limit");
    }
}
