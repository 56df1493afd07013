package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.DifficultMailServer;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LocalPort;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happens when mails cannot be sent. */
@KeycloakTest(server = NoticeServer.class)
final class NoticeFailureIT {

    private static final String DISABLE_AFTER = "api.credential.unused.disable-after-days";
    private static final String NOT_SENT = "' about the API credential ";

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;

    NoticeFailureIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void keepsWhatItHasToTellUntilThereIsAMailServer() {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, new RealmChange.None())) {
            wantNotices(realm);
            NoticedCredential credential = expired(realm);
            String id = credential.bring();
            NoticeServer.awaitLook(server);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains(" WARN ")
                            && line.contains("Realm " + realm.name() + ": no notices about API credentials are sent"));
            assertThat(credential.attribute(id, "notices")).isEmpty();

            realm.change(MAILS::use);

            MAILS.awaitMailTo(credential.contact());
        }
    }

    @Test
    void aRefusedAddressIsNoted() {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, new RealmChange.None());
                DifficultMailServer refusing = DifficultMailServer.refusing()) {
            realm.change(settings -> MailServer.use(settings, refusing.port()));
            wantNotices(realm);
            NoticedCredential credential = expired(realm);
            String id = credential.bring();

            JsonNode event = Await.seen(
                    "an event", () -> realm.events().ofCredential(id).stream().findFirst());

            assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
            assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + id + "/notice");
            assertThat(event.at("/details/reason").asText()).isEqualTo("mail_failed");
            assertThat(event.at("/details/notice").asText()).isEqualTo("expired");
            assertThat(event.at("/details/action").asText()).isEqualTo("notice");
            assertThat(event.path("authDetails").has("userId")).isFalse();
            JsonNode notices = realm.credentials()
                    .timeline(id, Fields.of("kind", "notice"))
                    .expect(200)
                    .json()
                    .path("entries");
            assertThat(notices).hasSize(1);
            assertThat(notices.at("/0/notice/notice").asText()).isEqualTo("expired");
            assertThat(notices.at("/0/notice/failed").asBoolean()).isTrue();
            assertThat(notices.at("/0/notice").has("about")).isTrue();
            assertThat(log.lines())
                    .anyMatch(line -> line.contains(" WARN ") && line.contains("The mail 'expired" + NOT_SENT));
            NoticeServer.awaitLook(server);
            assertThat(refusing.refused()).containsExactly(credential.contact());
        }
    }

    /** An hour later it may be there again, and then has more to send than what was tried meanwhile. */
    @Test
    void aServerThatFailsIsNotAskedForEverything() {
        try (TestRealm realm = TestRealm.create(server, new RealmChange.None());
                DifficultMailServer refusing = DifficultMailServer.refusing()) {
            List<NoticedCredential> credentials =
                    Stream.generate(() -> expired(realm)).limit(25).toList();
            credentials.forEach(NoticedCredential::bring);
            realm.change(settings -> MailServer.use(settings, refusing.port()));
            LogMark log = server.markLog();
            wantNotices(realm);

            Await.seen(
                    "three mails that fail",
                    () -> Optional.of(refusing.refused()).filter(asked -> asked.size() >= 3));
            long looks = log.lines().stream()
                    .filter(line -> line.contains("Looked for notices"))
                    .count();
            assertThat(refusing.refused()).hasSizeLessThanOrEqualTo((int) (looks + 1) * 3);

            realm.change(MAILS::use);
            NoticeServer.awaitLook(server);
            List<String> tried = refusing.refused();
            assertThat(tried).doesNotHaveDuplicates().hasSizeLessThan(credentials.size());
            assertThat(credentials)
                    .filteredOn(credential -> !tried.contains(credential.contact()))
                    .allSatisfy(credential ->
                            assertThat(MAILS.to(credential.contact())).hasSize(1));
        }
    }

    /** Otherwise it would be disabled a week later, and its owner would not have heard of it. */
    @Test
    void noOwnerCountsAsToldWhileMailsAreNotTried() {
        try (TestRealm realm = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS));
                DifficultMailServer refusing = DifficultMailServer.refusing()) {
            UnusedIT.countLongAgo(realm);
            realm.change(settings -> settings.withObject("/attributes").remove(DISABLE_AFTER));
            List<String> ids = Stream.generate(() -> new NoticedCredential(realm))
                    .limit(25)
                    .map(NoticedCredential::bring)
                    .toList();
            realm.change(settings -> {
                MailServer.use(settings, refusing.port());
                settings.withObject("/attributes").put(DISABLE_AFTER, "30");
            });
            NoticeServer.knowUsesSince(realm, NoticedCredential.ago(Duration.ofDays(400)));

            Await.seen(
                    "three mails that fail",
                    () -> Optional.of(refusing.refused()).filter(asked -> asked.size() >= 3));

            NoticeServer.awaitLook(server);
            long told = ids.stream()
                    .filter(id -> !NoticeServer.attribute(id, "notices").isEmpty())
                    .count();
            assertThat(told).isLessThanOrEqualTo(refusing.refused().size() + 1);
        }
    }

    /** Nobody could ever be told, and the realm wants unused credentials disabled: each is an event. */
    @Test
    void withoutAMailServerItIsNotedOfEachThatItsOwnerWasNotTold() {
        try (TestRealm realm = TestRealm.create(server, new UnusedIT.DisablingUnused(MAILS))) {
            UnusedIT.countLongAgo(realm);
            realm.change(settings -> settings.putObject("smtpServer"));
            String id = new NoticedCredential(realm).bring();

            JsonNode event = Await.seen(
                    "an event", () -> realm.events().ofCredential(id).stream().findFirst());

            assertThat(event.at("/details/notice").asText()).isEqualTo("unused");
            assertThat(event.at("/details/reason").asText()).isEqualTo("mail_failed");
        }
    }

    @Test
    void nobodyWaitsForASilentServer() throws InterruptedException {
        try (TestRealm realm = TestRealm.create(server, new RealmChange.None());
                DifficultMailServer silent = DifficultMailServer.silent()) {
            realm.change(settings -> MailServer.use(settings, silent.port()));
            wantNotices(realm);
            String id = expired(realm).bring();
            silent.awaitCall();

            realm.credentials().disable(id).expect(200);

            assertThat(NoticeServer.database()
                            .query("select state from pg_stat_activity where state like 'idle in transaction%'"))
                    .isEmpty();
        }
    }

    @Test
    void otherRealmsGetTheirMailsBesideASilentServer() throws InterruptedException {
        try (TestRealm stuck = TestRealm.create(server, new RealmChange.None());
                TestRealm other = TestRealm.create(server, new RealmChange.None());
                DifficultMailServer silent = DifficultMailServer.silent()) {
            stuck.change(settings -> MailServer.use(settings, silent.port()));
            other.change(MAILS::use);
            wantNotices(stuck);
            wantNotices(other);
            expired(stuck).bring();
            silent.awaitCall();
            NoticedCredential credential = expired(other);
            credential.bring();

            MAILS.awaitMailTo(credential.contact());
        }
    }

    @Test
    void aServerThatIsNotThereIsNoted() {
        int port = LocalPort.free();
        try (TestRealm realm = TestRealm.create(server, new RealmChange.None())) {
            realm.change(settings -> MailServer.use(settings, port));
            wantNotices(realm);
            String id = expired(realm).bring();

            JsonNode event = Await.seen(
                    "an event", () -> realm.events().ofCredential(id).stream().findFirst());

            assertThat(event.at("/details/reason").asText()).isEqualTo("mail_failed");
        }
    }

    private static void wantNotices(TestRealm realm) {
        realm.change(settings -> settings.withObject("/attributes").put("api.credential.notices.email", "true"));
    }

    private static NoticedCredential expired(TestRealm realm) {
        return new NoticedCredential(realm).expired();
    }
}
