package io.apicredentials.keycloak.client;

import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * Credentials as rows of their clients and attributes, of which there may be very many.
 *
 * @param query begins with {@link #SELECT} or {@link #OF_FIRST}, and has the rows of each credential one after the other
 */
record CredentialRows(TypedQuery<Object[]> query, ReadAttributes reads) {

    /** The condition on the attribute {@code a} follows, and {@code where}. */
    static final String SELECT =
            "select c.id, c.clientId, c.name, c.description, c.enabled, c.notBefore, a.name, a.value from ClientEntity c"
                    + " left join ClientAttributeEntity a on a.client = c and ";

    /** The same for the first of a list only; conditions on the client {@code c} follow, and {@link #END_OF_FIRST}. */
    static final String OF_FIRST =
            "select f.id, f.clientId, f.name, f.description, f.enabled, f.notBefore, a.name, a.value from"
                    + " (select c.id as id, c.clientId as clientId, c.name as name, c.description as description,"
                    + " c.enabled as enabled, c.notBefore as notBefore from ClientEntity c where ";

    /** With the condition on the attribute {@code a}. */
    static final String END_OF_FIRST = " order by c.name, c.id limit :many) f"
            + " left join ClientAttributeEntity a on a.client.id = f.id and %s order by f.name, f.id";

    private static final int FETCH_SIZE = 1_000;

    /** Reads them one after the other, for as long as the visitor says so. */
    void visit(Predicate<StoredCredential> visitor) {
        try (Stream<Object[]> rows =
                query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE).getResultStream()) {
            Iterator<Object[]> each = rows.iterator();
            Object[] row = each.hasNext() ? each.next() : null;
            boolean goesOn = true;
            while (row != null && goesOn) {
                Object[] first = row;
                Map<String, String> attributes = new HashMap<>();
                while (row != null && row[0].equals(first[0])) {
                    if (row[6] != null) {
                        attributes.put((String) row[6], (String) row[7]);
                    }
                    row = each.hasNext() ? each.next() : null;
                }
                goesOn = visitor.test(credential(first, reads.view(attributes)));
            }
        }
    }

    private static StoredCredential credential(Object[] row, Map<String, String> attributes) {
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
