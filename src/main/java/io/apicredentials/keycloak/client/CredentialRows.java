package io.apicredentials.keycloak.client;

import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * Credentials as rows of their clients and attributes, of which there may be very many.
 *
 * @param query begins with {@link #SELECT}, and has the rows of each credential one after the other
 */
record CredentialRows(TypedQuery<Object[]> query) {

    /** With all attributes that mean something for a credential; conditions on the client {@code c} follow. */
    static final String SELECT =
            "select c.id, c.clientId, c.name, c.description, c.enabled, c.notBefore, a.name, a.value from ClientEntity c"
                    + " left join ClientAttributeEntity a on a.client = c"
                    + " and (a.name like 'api.credential.%' or a.name = 'access.token.lifespan') where ";

    private static final int FETCH_SIZE = 1_000;

    /** Reads them one after the other. */
    void visit(Consumer<StoredCredential> visitor) {
        try (Stream<Object[]> rows =
                query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE).getResultStream()) {
            Iterator<Object[]> each = rows.iterator();
            Object[] row = each.hasNext() ? each.next() : null;
            while (row != null) {
                Object[] first = row;
                Map<String, String> attributes = new HashMap<>();
                while (row != null && row[0].equals(first[0])) {
                    if (row[6] != null) {
                        attributes.put((String) row[6], (String) row[7]);
                    }
                    row = each.hasNext() ? each.next() : null;
                }
                visitor.accept(CredentialColumns.read(first, attributes));
            }
        }
    }
}
