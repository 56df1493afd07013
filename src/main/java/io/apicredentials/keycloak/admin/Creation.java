package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.manage.CreateCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSettings;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The creation of one credential, as a request describes it. The caller has seen to the right. */
record Creation(ManageContext context, CallerRights rights) {

    /**
     * What was made: a credential, or one that waits for approval.
     *
     * @param id that of the credential
     * @param entity what is answered, with the secret
     */
    record Made(Response.Status status, String id, Object entity) {

        /**
         * The answer, this once. There is no {@code Location} header: {@code kcadm create -o} would follow it and lose the body
         * with the secret.
         */
        Response answer() {
            return Response.status(status)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(entity)
                    .build();
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + status + ", " + id + "]";
        }
    }

    /**
     * Reads the request.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong with it
     */
    CredentialRequest read(InputStream body) {
        return CredentialRequest.create(body, new RealmSettings(context.realm()).catalogue(), context.judge()::changed);
    }

    /**
     * Makes it, or asks for approval where creations need that.
     *
     * @throws org.keycloak.services.ErrorResponseException when it is not done
     */
    Made run(InputStream body) {
        CredentialRequest request = read(body);
        return context.approval().requires(Operation.CREATE) ? ask(request) : create(request);
    }

    private Made ask(CredentialRequest request) {
        CredentialRepresentation asked = new CreateCredential(context)
                .ask(
                        request.permissionSet(),
                        request.content(),
                        request.delivery(),
                        new WaitingChange(context, rights).asker(request.reason()))
                .orElseThrow(Refusal::notPrepared);
        return new Made(Response.Status.ACCEPTED, asked.id(), asked);
    }

    private Made create(CredentialRequest request) {
        CreateCredential.Created created = new CreateCredential(context.because(request.reason()))
                .run(
                        request.permissionSet(),
                        request.content(),
                        new CreateCredential.Wish(rights.userId(), request.delivery()))
                .orElseThrow(Refusal::notPrepared);
        Object entity = new SecretAnswer(context.session()).entity(created.credential(), created.secret());
        return new Made(Response.Status.CREATED, created.credential().id(), entity);
    }
}
