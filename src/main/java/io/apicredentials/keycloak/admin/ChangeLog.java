package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Writes one admin event for each change, with what the credential is now and never with its secret. */
final class ChangeLog {

    private static final String TOKENS_REVOKED = "tokens_revoked";

    private final KeycloakSession session;
    private final AdminEventBuilder adminEvent;

    ChangeLog(KeycloakSession session, AdminEventBuilder adminEvent) {
        this.session = session;
        this.adminEvent = adminEvent;
    }

    void created(CredentialRepresentation credential) {
        event(OperationType.CREATE)
                .resourcePath(session.getContext().getUri(), credential.id())
                .representation(credential)
                .success();
    }

    void updated(CredentialRepresentation credential) {
        here(OperationType.UPDATE).representation(credential).success();
    }

    void enabled(CredentialRepresentation credential, boolean tokensRevoked) {
        here(OperationType.ACTION)
                .detail("action", credential.enabled() ? "enable" : "disable")
                .detail(TOKENS_REVOKED, Boolean.toString(tokensRevoked))
                .representation(credential)
                .success();
    }

    void deleted(CredentialRepresentation credential, boolean tokensRevoked) {
        here(OperationType.DELETE)
                .detail(TOKENS_REVOKED, Boolean.toString(tokensRevoked))
                .representation(credential)
                .success();
    }

    private AdminEventBuilder here(OperationType operation) {
        return event(operation).resourcePath(session.getContext().getUri());
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent.operation(operation).resource(CredentialChanges.RESOURCE_TYPE);
    }
}
