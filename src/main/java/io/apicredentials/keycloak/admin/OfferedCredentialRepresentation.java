package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.apicredentials.keycloak.json.CredentialRepresentation;

/** The answer to the wish for a link: the only one, ever, with the link. Until when it works is part of the credential. */
record OfferedCredentialRepresentation(@JsonUnwrapped CredentialRepresentation credential, String link) {

    /** Without the link. */
    @Override
    public String toString() {
        return "OfferedCredentialRepresentation[" + credential + "]";
    }
}
