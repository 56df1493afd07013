package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.UpdateCredential;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.permission.PermissionCatalogue;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Updates a credential, or asks others for it. */
record UpdateAnswer(ManageContext context, CallerRights rights, PermissionCatalogue catalogue) {

    Response of(LockedCredential credential, JsonNode json) {
        WaitingChange waiting = new WaitingChange(context, rights);
        waiting.refuseUnapproved(credential);
        CredentialRepresentation present = credential.representation();
        CredentialRequest.Update wanted = wanted(json, present, credential.stored());
        CredentialContent content = wanted.content();
        // What changes nothing mends at most, which makes nothing wider.
        return Optional.of(ProposedChange.update(content))
                .filter(change -> !present.has(content))
                .flatMap(change -> waiting.ask(credential, change, wanted.reason()))
                .orElseGet(() -> Response.ok(new UpdateCredential(credential.because(wanted.reason()))
                                .run(content)
                                .orElseThrow(Refusal::notPrepared))
                        .build());
    }

    /**
     * What an update wants a credential to be.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    CredentialRequest.Update wanted(JsonNode json, CredentialRepresentation present, StoredCredential stored) {
        return CredentialRequest.update(
                json, stored.permissionSet().flatMap(catalogue::find), present, stored, context.judge()::changed);
    }
}
