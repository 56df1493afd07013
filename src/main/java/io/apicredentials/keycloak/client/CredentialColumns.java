package io.apicredentials.keycloak.client;

import java.util.List;
import java.util.Map;

/** What is read of the row of a client to know its credential, beside attributes; the first columns of each query for that. */
final class CredentialColumns {

    static final List<String> NAMES = List.of("id", "clientId", "name", "description", "enabled", "notBefore");

    private CredentialColumns() {}

    /**
     * The credential of a row.
     *
     * @param row begins with these columns, in their order
     */
    static StoredCredential read(Object[] row, Map<String, String> attributes) {
        return new StoredCredential(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                (Integer) row[5],
                attributes);
    }
}
