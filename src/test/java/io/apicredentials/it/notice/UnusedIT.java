package io.apicredentials.it.notice;

import static io.apicredentials.it.notice.NoticedCredential.ago;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Credentials that nobody has used for 30 days are disabled, and their owners are told a week before. */
@KeycloakTest(server = NoticeServer.class, realm = UnusedIT.DisablingUnused.class)
final class UnusedIT {

    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;
    private final TestRealm realm;

    UnusedIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        countLongAgo(realm);
    }

    /** Saves no events. */
    static class DisablingUnused extends WantingNotices {

        DisablingUnused() {
            this(MAILS);
        }

        DisablingUnused(MailServer mails) {
            super(mails);
        }

        @Override
        public void apply(ObjectNode content) {
            super.apply(content);
            content.withObject("/attributes").put("api.credential.unused.disable-after-days", "30");
            content.put("eventsEnabled", false);
        }
    }

    @Test
    void tellsTheOwnerAWeekBefore() {
        String lastChange = ago(DAY.multipliedBy(24));
        NoticedCredential credential = lastChanged(lastChange);
        String id = credential.bring();

        MailServer.Mail mail = MAILS.awaitMailTo(credential.contact());

        assertThat(mail.subject()).isEqualTo("API credential \"Test of wallets\" is unused and will be disabled");
        assertThat(mail.text())
                .contains(utc(lastChange))
                .contains("disabled after "
                        + utc(NoticedCredential.in(DAY.multipliedBy(7))).substring(0, 10));
        assertThat(isEnabled(id)).isTrue();
    }

    @Test
    void listsWhatWillBeDisabled() {
        String name = "Listed " + UUID.randomUUID().toString().substring(0, 8);
        String due = lastChanged(ago(DAY.multipliedBy(24))).named(name).bring();
        lastChanged(ago(DAY.multipliedBy(22))).named(name).bring();
        Fields query = Fields.of("due", "unused").and("search", name);

        assertThat(realm.credentials().list(query).expect(200).json())
                .extracting(credential -> credential.path("id").asText())
                .containsExactly(due);
        assertThat(realm.credentials().count(query).expect(200).body()).isEqualTo("1");
    }

    @Test
    void disablesWhatStaysUnusedAndSaysWhy() {
        String lastChange = ago(DAY.multipliedBy(31));
        NoticedCredential credential = lastChanged(lastChange).toldUnused(lastChange, ago(DAY.multipliedBy(8)));
        String id = credential.bring();

        MailServer.Mail mail = MAILS.awaitMailTo(credential.contact());

        assertThat(mail.subject()).isEqualTo("API credential \"Test of wallets\" was disabled because it is unused");
        assertThat(isEnabled(id)).isFalse();
        List<JsonNode> events = realm.events().ofCredential(id);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/details/action").asText()).isEqualTo("disable");
        assertThat(events.get(0).at("/details/reason").asText()).isEqualTo("unused");
        assertThat(events.get(0).path("authDetails").has("userId")).isFalse();
        JsonNode change = realm.credentials()
                .changes(id, Fields.none())
                .expect(200)
                .json()
                .at("/changes/0");
        assertThat(change.path("resourcePath").asText()).isEqualTo("api-credentials/" + id + "/disable");
        assertThat(change.at("/representation/enabled").asBoolean(true)).isFalse();
    }

    /** As where the setting is new. */
    @Test
    void disablesNothingOfWhichItWasNotTold() {
        NoticedCredential credential = lastChanged(ago(DAY.multipliedBy(300)));
        String id = credential.bring();
        MAILS.awaitMailTo(credential.contact());

        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact()))
                .extracting(MailServer.Mail::subject)
                .containsExactly("API credential \"Test of wallets\" is unused and will be disabled");
        assertThat(isEnabled(id)).isTrue();
    }

    @Test
    void aUseKeepsItEnabled() {
        ClientCredentials used = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().request(used).expect(200);
        String lastChange = ago(DAY.multipliedBy(31));
        NoticeServer.store(used.id(), "created-at", lastChange);
        NoticeServer.makeAccount(used.id(), lastChange);
        NoticeServer.store(used.id(), "updated-at", lastChange);
        NoticeServer.add(used.id(), "notices", NoticedCredential.told("unused", lastChange, lastChange));

        NoticeServer.awaitLook(server);

        assertThat(isEnabled(used.id())).isTrue();
    }

    @Test
    void countsFromTheLastUse() {
        ClientCredentials used = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().request(used).expect(200);
        NoticeServer.moveUses(realm, used.id(), 24);
        NoticeServer.store(used.id(), "created-at", ago(DAY.multipliedBy(300)));
        NoticeServer.store(used.id(), "updated-at", ago(DAY.multipliedBy(300)));
        NoticeServer.makeAccount(used.id(), ago(DAY.multipliedBy(300)));

        Await.seen(
                "the notice",
                () -> Optional.of(NoticeServer.attribute(used.id(), "notices"))
                        .filter(told -> told.startsWith(
                                "unused;about=" + ago(DAY.multipliedBy(24)).substring(0, 10))));
    }

    @Test
    void listsNoneThatHasExpired() {
        String name = "Expired " + UUID.randomUUID().toString().substring(0, 8);
        lastChanged(ago(DAY.multipliedBy(24))).named(name).expired().bring();

        assertThat(realm.credentials()
                        .list(Fields.of("due", "unused").and("search", name))
                        .expect(200)
                        .json())
                .isEmpty();
    }

    /** Its uses were those of another service account. */
    @Test
    void countsFromWhenACredentialWasBroughtIn() {
        String lastChange = ago(DAY.multipliedBy(300));
        NoticedCredential credential = lastChanged(lastChange).named("Brought in later");
        NoticeServer.makeAccount(credential.bring(), ago(Duration.ZERO));

        assertThat(realm.credentials()
                        .list(Fields.of("due", "unused").and("search", "Brought "))
                        .expect(200)
                        .json())
                .isEmpty();
    }

    /** Nobody can be told, and nevertheless nothing is disabled without a week in which the list shows it. */
    @Test
    void disablesWithoutAnOwnerToo() {
        String lastChange = ago(DAY.multipliedBy(31));
        String id = lastChanged(lastChange)
                .without("owner-contact")
                .toldUnused(lastChange, ago(DAY.multipliedBy(8)))
                .bring();

        Await.seen("a disabled credential", () -> Optional.of(id).filter(it -> !isEnabled(it)));
    }

    /** The realm is known to have counted uses all the time. */
    static void countLongAgo(TestRealm realm) {
        NoticeServer.countSince(realm, DAY.multipliedBy(400));
        NoticeServer.knowUsesSince(realm, ago(DAY.multipliedBy(400)));
    }

    private NoticedCredential lastChanged(String instant) {
        return new NoticedCredential(realm).with("created-at", instant).with("updated-at", instant);
    }

    private boolean isEnabled(String id) {
        return realm.credentials().get(id).expect(200).json().path("enabled").asBoolean();
    }

    private static String utc(String instant) {
        return instant.replace('T', ' ').replace("Z", " UTC");
    }
}
