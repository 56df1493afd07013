package io.apicredentials.keycloak.manage;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where changes are made in transactions of their own, which have nothing of that of a request. On any thread: a session is for one, and that
 * of a request is not even found by another.
 *
 * @param realmId that of the realm in which they are made
 * @param changes for whom they are made; of its session nothing but ids is read, which nobody changes
 * @param enter tells each session what it does not find out by its thread, such as of which request it is
 */
public record SeparateTransactions(
        KeycloakSessionFactory factory,
        String realmId,
        ChangeLog changes,
        InstantSource clock,
        Consumer<KeycloakContext> enter) {

    /** The same for changes of which events and records say more. */
    public SeparateTransactions saying(Map<String, String> details) {
        return new SeparateTransactions(factory, realmId, changes.saying(details), clock, enter);
    }

    /**
     * Does something in one transaction.
     *
     * @return empty when the realm is gone
     */
    public <T> Optional<T> run(Function<ManageContext, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            enter.accept(session.getContext());
            Optional<RealmModel> there = Optional.ofNullable(session.realms().getRealm(realmId));
            there.ifPresent(session.getContext()::setRealm);
            return there.map(realm -> work.apply(new ManageContext(session, realm, changes.in(session, realm), clock)));
        });
    }
}
