package io.apicredentials.keycloak.store;

import io.apicredentials.credential.RefusalReason;
import org.keycloak.events.EventBuilder;

/** The details that API credentials add to Keycloak's user events. */
public final class CredentialEvent {

    private static final String REFUSAL = "api_credential_refusal";

    private CredentialEvent() {}

    /** Says in the event, and only there, why a use was refused. */
    public static EventBuilder refused(EventBuilder event, RefusalReason reason) {
        return event.detail(REFUSAL, reason.code());
    }
}
