package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.apicredentials.keycloak.json.CredentialRepresentation;

/** The answer to the creation of a credential: the only one, ever, with its secret in clear. */
record NewCredentialRepresentation(@JsonUnwrapped CredentialRepresentation credential, String clientSecret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewCredentialRepresentation[" + credential + "]";
    }
}
