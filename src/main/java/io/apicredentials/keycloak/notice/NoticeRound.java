package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.client.RealmQuery;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One look at all realms that want notices, or unused credentials disabled, or where something waits for approval. */
final class NoticeRound {

    /** Longer than the ten seconds that Keycloak allows by default for connecting and for each answer. */
    private static final Duration MAIL_LIMIT = Duration.ofMinutes(1);

    private final KeycloakSessionFactory factory;
    private final TimeLimit limit = new TimeLimit(MAIL_LIMIT);

    NoticeRound(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    void run() {
        // First: they take no mail server, and what is looked for below may take its time.
        KeycloakModelUtils.runJobInTransactionWithResult(factory, NoticeRound::realmsWithRequests)
                .forEach(realmId -> run(realmId, work -> new TimeOutRound(work).run()));
        KeycloakModelUtils.runJobInTransactionWithResult(factory, NoticeRound::realms)
                .forEach(realmId -> run(realmId, work -> new RealmRound(work, limit).run()));
    }

    private static List<String> realmsWithRequests(KeycloakSession session) {
        return new RealmQuery(session)
                .withAttribute(List.of(RealmSetting.APPROVAL_OPERATIONS.key(), StoredSettingsRequest.ATTRIBUTE));
    }

    /** Also those that do not want to know any more what is used, so that nothing is counted from before. */
    private static Set<String> realms(KeycloakSession session) {
        RealmQuery query = new RealmQuery(session);
        Set<String> realms = new LinkedHashSet<>(query.withAttribute(
                List.of(RealmSetting.NOTICES_EMAIL.key(), RealmSetting.UNUSED_DISABLE_AFTER_DAYS.key())));
        realms.addAll(query.withScopeAttribute(UnusedCredentials.USES_SINCE));
        return realms;
    }

    private void run(String realmId, Consumer<RealmWork> look) {
        Attempt.run(
                () -> look.accept(new RealmWork(factory, realmId, InstantSource.system())),
                "The credentials of the realm %s could not be looked at for notices",
                realmId);
    }
}
