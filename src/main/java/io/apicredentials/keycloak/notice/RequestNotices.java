package io.apicredentials.keycloak.notice;

import io.apicredentials.keycloak.manage.RequestNews;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Tells of requests for approval by mail, as soon as they are committed: one may wait for five minutes only. In the
 * background, so that no mail server holds up whoever asks or decides.
 */
public final class RequestNotices {

    private static final Logger LOG = Logger.getLogger(RequestNotices.class);

    /** Longer than the ten seconds that Keycloak allows by default for connecting and for each answer. */
    private static final Duration MAIL_LIMIT = Duration.ofMinutes(1);

    /** How much can wait for the mail server of a realm. */
    private static final int MOST = 500;

    private final TimeLimit limit = new TimeLimit(MAIL_LIMIT);
    private final RealmQueues queues = new RealmQueues(MOST);

    private RequestNotices() {}

    /** Listens from now on, whether this node looks for other notices or not. */
    public static void register(KeycloakSessionFactory factory) {
        RequestNotices notices = new RequestNotices();
        factory.register(event -> {
            if (event instanceof RequestNews news && isWanted(news.realm())) {
                notices.tellAfter(news);
            }
        });
    }

    private static boolean isWanted(RealmModel realm) {
        return RealmPlan.Mails.of(realm) != RealmPlan.Mails.UNWANTED;
    }

    /** What is not committed has not happened. */
    private void tellAfter(RequestNews news) {
        RequestNotice notice = RequestNotice.of(news);
        KeycloakSessionFactory factory = news.session().getKeycloakSessionFactory();
        news.session().getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                add(factory, notice);
            }

            @Override
            protected void rollbackImpl() {
                LOG.debugf(
                        "The request %s is as it was before", notice.request().id());
            }
        });
    }

    private void add(KeycloakSessionFactory factory, RequestNotice notice) {
        RealmWork work = new RealmWork(factory, notice.realmId(), InstantSource.system());
        if (!queues.add(notice.realmId(), () -> new RequestRun(work, limit).run(notice))) {
            LOG.warnf(
                    "The mail '%s' about the request %s is not sent: too many wait for the mail server of the realm",
                    notice.word(), notice.request().id());
        }
    }
}
