package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two servers look for notices in one database, and do not know of each other: in a cluster they would mostly take turns,
 * and here they never do.
 */
@KeycloakTest(server = NoticeServer.class, realm = NoticeRaceIT.WithNotices.class)
final class NoticeRaceIT {

    private static final int CREDENTIALS = 30;

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    @AutoClose
    private static KeycloakServer second;

    private final KeycloakServer first;
    private final TestRealm realm;

    NoticeRaceIT(KeycloakServer server, TestRealm realm) {
        this.first = server;
        this.realm = realm;
    }

    static class WithNotices extends WantingNotices {

        WithNotices() {
            super(MAILS);
        }
    }

    @BeforeAll
    static void startAnother(KeycloakServer server) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        KeycloakServerBuilder builder = KeycloakServer.builder(
                        files.keycloakHome(), files.serverFolder("notices-second"))
                .provider(files.providerJar());
        new NoticeServer().apply(builder);
        second = builder.start();
        assertThat(second.url()).isNotEqualTo(server.url());
    }

    @Test
    void eachMailIsSentOnce() {
        List<NoticedCredential> credentials = Stream.generate(() -> new NoticedCredential(realm)
                        .toldUnused(
                                NoticedCredential.ago(Duration.ofDays(9)), NoticedCredential.ago(Duration.ofDays(9)))
                        .with("expires-at", NoticedCredential.in(Duration.ofDays(60))))
                .limit(CREDENTIALS)
                .toList();
        List<String> ids = credentials.stream().map(NoticedCredential::bring).toList();
        NoticeServer.storeAtOnce(ids, "expires-at", NoticedCredential.ago(Duration.ofDays(1)));
        credentials.forEach(credential -> MAILS.awaitMailTo(credential.contact()));

        NoticeServer.awaitLook(first);
        NoticeServer.awaitLook(second);

        assertThat(credentials)
                .allSatisfy(
                        credential -> assertThat(MAILS.to(credential.contact())).hasSize(1));
    }

    @Test
    void eachTimeOutIsToldOnce() {
        try (TestRealm own = TestRealm.create(first, new WaitingAndMailed(MAILS))) {
            AdminApi administrator = own.credentials(Person.ADMINISTRATOR);
            List<RequestMails> asked =
                    Stream.generate(() -> RequestMails.create(MAILS)).limit(10).toList();
            String[] ids = asked.stream()
                    .map(mails -> RequestMails.id(mails.ask(administrator)))
                    .toArray(String[]::new);
            NoticeServer.endTimeOfRequests(ids);
            asked.forEach(mails -> mails.await(Person.ADMINISTRATOR));

            NoticeServer.awaitLook(first);
            NoticeServer.awaitLook(second);

            assertThat(asked)
                    .allSatisfy(
                            mails -> assertThat(mails.to(Person.ADMINISTRATOR)).hasSize(1));
        }
    }
}
