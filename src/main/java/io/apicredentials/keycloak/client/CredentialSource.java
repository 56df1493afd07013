package io.apicredentials.keycloak.client;

import java.util.stream.Stream;

/** Where credentials are read from, of which there may be very many; each stream is one statement, and is to be closed. */
interface CredentialSource {

    /**
     * Some of the list.
     *
     * @param from how many come before them
     */
    Stream<StoredCredential> some(int from, int many);

    /** All in the order of the list. */
    Stream<StoredCredential> inOrder();

    /** All in any order. */
    Stream<StoredCredential> any();
}
