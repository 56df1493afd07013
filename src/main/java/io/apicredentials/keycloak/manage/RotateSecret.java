package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.CredentialSecrets;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.SecretProblem;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;

/** Gives a credential a new secret; the present one goes on working for a while. */
public record RotateSecret(LockedCredential credential) {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param secret in clear, which exists nowhere else
         */
        record Rotated(CredentialRepresentation credential, ClientSecret secret) implements Outcome {}

        /** It was not, and nothing is changed. */
        record Refused(SecretProblem reason) implements Outcome {}
    }

    /**
     * Rotates it, with an admin event. The caller has seen to the right to do so.
     *
     * @param overlap for how long the present secret goes on being accepted
     */
    public Outcome run(Duration overlap) {
        StoredCredential present = credential.stored();
        if (present.secrets().isEmpty() && !present.awaitsFirstSecret()) {
            return new Outcome.Refused(SecretProblem.SECRETS_UNREADABLE);
        }
        ManageContext context = credential.context();
        return new CredentialSecrets(context.realm())
                .rotate(credential.client(), overlap, context.now())
                .map(this::rotated)
                .orElseGet(() -> new Outcome.Refused(SecretProblem.SECRET_LIMIT));
    }

    private Outcome rotated(ClientSecret secret) {
        StoredCredential stored = credential.stored();
        String id = stored.secrets().map(KnownSecrets::current).orElseThrow().id();
        CredentialRepresentation rotated = credential.representation();
        credential.context().changes().secretRotated(rotated, id);
        return new Outcome.Rotated(rotated, secret);
    }
}
