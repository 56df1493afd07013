package io.apicredentials.keycloak.client;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RequestText;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Reads the last requests about all credentials of a realm with one statement, and nothing else of the credentials. There
 * may be one for each credential that there is: each text is read once and not kept, so that it takes the place of none that
 * tokens need.
 */
public record RequestQuery(KeycloakSession session, RealmModel realm) {

    private static final String TEXTS =
            "select c.id, a.value from ClientEntity c join ClientAttributeEntity a on a.client = c"
                    + " where c.realmId = :realm and c.clientAuthenticatorType = :authenticator and a.name = :request";
    private static final String BY_NAME = " order by c.name, c.id";
    private static final int FETCH_SIZE = 1_000;

    /**
     * All that nobody has decided yet, be their time over or not, in no order.
     *
     * @param consumer takes the id of the credential, too
     */
    public void undecided(BiConsumer<String, LastRequest> consumer) {
        forEach(TEXTS, text -> !RequestText.saysDecided(text), consumer);
    }

    /** The same, sorted by the names of the credentials, then by their ids. */
    public void undecidedByName(BiConsumer<String, LastRequest> consumer) {
        forEach(TEXTS + BY_NAME, text -> !RequestText.saysDecided(text), consumer);
    }

    /** All that can be read, sorted in that way. */
    public void allByName(BiConsumer<String, LastRequest> consumer) {
        forEach(TEXTS + BY_NAME, text -> true, consumer);
    }

    private void forEach(String query, Predicate<String> wanted, BiConsumer<String, LastRequest> consumer) {
        try (Stream<Object[]> rows = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("request", CredentialAttribute.REQUEST.key())
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE)
                .getResultStream()) {
            rows.filter(row -> wanted.test((String) row[1]))
                    .forEach(row -> StoredApproval.read((String) row[0], (String) row[1])
                            .ifPresent(last -> consumer.accept((String) row[0], last)));
        }
    }
}
