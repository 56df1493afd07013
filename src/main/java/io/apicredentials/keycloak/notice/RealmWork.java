package io.apicredentials.keycloak.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Does things in one realm, each in a transaction of its own. */
record RealmWork(KeycloakSessionFactory factory, String realmId, InstantSource clock) {

    /** What is done in a transaction. */
    interface Step<T> {
        T run(KeycloakSession session, RealmModel realm, Instant now);
    }

    /** Does one thing; empty when the realm is gone. */
    <T> Optional<T> run(Step<T> step) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Optional<RealmModel> present = Optional.ofNullable(session.realms().getRealm(realmId));
            present.ifPresent(session.getContext()::setRealm);
            return present.map(realm -> step.run(session, realm, clock.instant()));
        });
    }
}
