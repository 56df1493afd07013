package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.RealmQuery;
import io.apicredentials.keycloak.settings.RealmSetting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One look at all realms that want notices, or unused credentials disabled. */
final class NoticeRound {

    private static final Logger LOG = Logger.getLogger(NoticeRound.class);

    private static final List<String> SETTINGS =
            List.of(RealmSetting.NOTICES_EMAIL.key(), RealmSetting.UNUSED_DISABLE_AFTER_DAYS.key());

    /** Longer than the ten seconds that Keycloak allows by default for connecting and for each answer. */
    private static final Duration MAIL_LIMIT = Duration.ofMinutes(1);

    private final KeycloakSessionFactory factory;
    private final TimeLimit limit = new TimeLimit(MAIL_LIMIT);

    NoticeRound(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    void run() {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new RealmQuery(session).withAttribute(SETTINGS));
        realms.forEach(this::run);
    }

    /** An exception here would keep all other realms from their notices. */
    private void run(String realmId) {
        try {
            new RealmRound(factory, realmId, limit, InstantSource.system()).run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The credentials of the realm %s could not be looked at for notices", realmId);
        }
    }
}
