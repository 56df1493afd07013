package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.keycloak.models.RealmModel;

/**
 * Credentials as rows with the attributes that a test looks at, of which there may be very many.
 *
 * <p>Each attribute is a select of its own in the row. A join would be cheaper for some databases to read all of them, but they expect
 * that of some of them too: PostgreSQL then reads the attribute of all for those of a thousand, and in a small realm those of the large
 * one beside it.
 */
record JudgedRows(EntityManager entities, RealmModel realm, CredentialFilter filter, ReadAttributes reads)
        implements CredentialSource {

    private static final String LIMIT = " order by c.name, c.id limit :many offset :from";
    private static final String IN_ORDER = " order by f.name, f.id";
    private static final String END = ") f";

    private static final int FETCH_SIZE = 1_000;

    @Override
    public Stream<StoredCredential> some(int from, int many) {
        return stream(query(LIMIT + END + IN_ORDER).setParameter("from", from).setParameter("many", many));
    }

    @Override
    public Stream<StoredCredential> inOrder() {
        return stream(query(END + IN_ORDER));
    }

    @Override
    public Stream<StoredCredential> any() {
        return stream(query(END));
    }

    private TypedQuery<Object[]> query(String end) {
        Stream<String> attributes = IntStream.range(0, reads.names().size())
                .mapToObj(place -> String.format(
                        "(select a%1$d.value from ClientAttributeEntity a%1$d where a%1$d.client.id = f.id"
                                + " and a%1$d.name = :read%1$d)",
                        place));
        String select = Stream.concat(CredentialColumns.NAMES.stream().map(column -> "f." + column), attributes)
                .collect(Collectors.joining(", ", "select ", " from (select "));
        String inner = CredentialColumns.NAMES.stream()
                .map(column -> "c." + column + " as " + column)
                .collect(Collectors.joining(", ", "", " from ClientEntity c where "));
        TypedQuery<Object[]> query = filter.query(entities, realm, select + inner, end, Object[].class);
        for (int place = 0; place < reads.names().size(); place++) {
            query.setParameter("read" + place, reads.names().get(place));
        }
        return query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE);
    }

    private Stream<StoredCredential> stream(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> CredentialColumns.read(row, reads.view(row, CredentialColumns.NAMES.size())));
    }
}
