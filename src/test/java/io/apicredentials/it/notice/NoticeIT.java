package io.apicredentials.it.notice;

import static io.apicredentials.it.notice.NoticedCredential.ago;
import static io.apicredentials.it.notice.NoticedCredential.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners of credentials get by mail. */
@KeycloakTest(server = NoticeServer.class, realm = NoticeIT.WithNotices.class)
final class NoticeIT {

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final KeycloakServer server;
    private final TestRealm realm;

    NoticeIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    static class WithNotices extends WantingNotices {

        WithNotices() {
            super(MAILS);
        }
    }

    @ParameterizedTest
    @CsvSource({"P29D, expires_in_30_days", "P6D, expires_in_7_days", "PT23H, expires_in_1_day"})
    void tellsThatACredentialExpires(Duration left, String notice) {
        String end = in(left);
        NoticedCredential credential = credential().with("expires-at", end);
        String id = credential.bring();

        MailServer.Mail mail = MAILS.awaitMailTo(credential.contact());

        String instant = end.replace('T', ' ').replace("Z", " UTC");
        assertThat(mail.subject()).isEqualTo("API credential \"Test of wallets\" expires on " + instant);
        assertThat(mail.text())
                .startsWith("The API credential expires on " + instant + ". From then on it is refused")
                .contains("Name: Test of wallets\n", "Client ID: apicred-", "Realm: Demo\n")
                .endsWith("because you are named as the contact of this API credential.\n");
        assertThat(credential.attribute(id, "notices"))
                .matches(notice + ";about=" + end + ";told=[0-9]{4}-[0-9-]{5}T[0-9:]{8}Z");
    }

    @Test
    void tellsThatACredentialHasExpired() {
        NoticedCredential credential = credential().expired();
        credential.bring();

        assertThat(MAILS.awaitMailTo(credential.contact()).subject())
                .isEqualTo("API credential \"Test of wallets\" has expired");
    }

    @Test
    void tellsEachThingOnce() {
        NoticedCredential credential = credential().expired();
        credential.bring();
        MAILS.awaitMailTo(credential.contact());

        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact())).hasSize(1);
    }

    @Test
    void startsAnewWhenTheExpiryChanges() {
        NoticedCredential credential = credential().expired();
        AdminClient client = realm.admin().below("clients/" + credential.bring());
        MAILS.awaitMailTo(credential.contact());

        ObjectNode extended = (ObjectNode) client.get("").expect(200).json();
        extended.withObject("/attributes").put("api.credential.expires-at", in(Duration.ofDays(6)));
        client.put("", extended).expect(204);
        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact()))
                .extracting(MailServer.Mail::subject)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" has expired"),
                        second -> assertThat(second).contains(" expires on "));
    }

    /** The console writes back every attribute that it has read. */
    @Test
    void anEditThatWasBegunBeforeDoesNotBringAMailAgain() {
        NoticedCredential credential = credential().expired();
        AdminClient client = realm.admin().below("clients/" + credential.bring());
        MAILS.awaitMailTo(credential.contact());
        ObjectNode untold = (ObjectNode) client.get("").expect(200).json();
        untold.put("description", "Edited").withObject("/attributes").remove("api.credential.notices");

        client.put("", untold).expect(204);
        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact())).hasSize(1);
    }

    /** Nobody's edit is stale because somebody got a mail. */
    @Test
    void aMailIsNoChangeOfTheCredential() {
        String changed = ago(Duration.ofDays(300));
        NoticedCredential credential =
                credential().with("updated-at", changed).with("expires-at", in(Duration.ofDays(6)));
        String id = credential.bring();
        MAILS.awaitMailTo(credential.contact());

        assertThat(credential.attribute(id, "updated-at")).isEqualTo(changed);
        assertThat(realm.events().ofCredential(id)).isEmpty();
    }

    @Test
    void tellsOfANewSecretAndUntilWhenTheOneBeforeWorks() {
        NoticedCredential credential = credential().rotated(in(Duration.ofDays(2)));
        credential.bring();

        MailServer.Mail mail = MAILS.awaitMailTo(credential.contact());

        assertThat(mail.subject()).isEqualTo("API credential \"Test of wallets\" has a new secret");
        assertThat(mail.text()).containsPattern("""
                A new secret was made on .* UTC\\.
                The previous secret works until .* UTC\\. Change over to the new one by then\\.
                """);
    }

    @Test
    void tellsOfANewSecretThatReplacedTheOneBeforeAtOnce() {
        NoticedCredential credential = credential().rotated(ago(Duration.ofMinutes(1)));
        credential.bring();

        assertThat(MAILS.awaitMailTo(credential.contact()).text()).contains("The previous secret no longer works.");
    }

    /** A name is what somebody typed. */
    @Test
    void theNameIsTextInMarkupToo() {
        NoticedCredential credential =
                credential().named("<b>Bold</b> & {0} ${x}").expired();
        credential.bring();

        MailServer.Mail mail = MAILS.awaitMailTo(credential.contact());

        assertThat(mail.subject()).contains("<b>Bold</b> & {0}");
        assertThat(mail.text()).contains("Name: <b>Bold</b> & {0}");
        assertThat(mail.html())
                .contains("Name: &lt;b&gt;Bold&lt;/b&gt; &amp; {0}")
                .doesNotContain("<b>");
    }

    @Test
    void tellsNothingInADisabledRealm() {
        try (TestRealm own = TestRealm.create(server, new WithNotices())) {
            NoticedCredential credential = new NoticedCredential(own).with("expires-at", in(Duration.ofDays(60)));
            String id = credential.bring();
            own.change(settings -> settings.put("enabled", false));
            NoticeServer.store(id, "expires-at", ago(Duration.ofDays(1)));

            NoticeServer.awaitLook(server);

            assertThat(MAILS.to(credential.contact())).isEmpty();
            assertThat(NoticeServer.attribute(id, "notices")).isEmpty();
        }
    }

    @Test
    void tellsNothingOfADisabledCredential() {
        assertIsToldNothing(credential().disabled().expired());
    }

    @Test
    void tellsNothingOfACredentialThatCannotBeRead() {
        NoticedCredential credential = credential().with("expires-at", in(Duration.ofDays(60)));
        String id = credential.bring();
        NoticeServer.store(id, "permissions", "nonsense");
        NoticeServer.store(id, "expires-at", ago(Duration.ofDays(1)));

        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact())).isEmpty();
        assertThat(credential.attribute(id, "notices")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", ""})
    void tellsNothingWhereTheRealmDoesNotWantIt(String setting) {
        realm.change(settings -> settings.withObject("/attributes").put("api.credential.notices.email", setting));
        try {
            assertIsToldNothing(credential().expired());
        } finally {
            realm.change(settings -> settings.withObject("/attributes").put("api.credential.notices.email", "true"));
        }
    }

    private void assertIsToldNothing(NoticedCredential credential) {
        String id = credential.bring();

        NoticeServer.awaitLook(server);

        assertThat(MAILS.to(credential.contact())).isEmpty();
        assertThat(credential.attribute(id, "notices")).isEmpty();
    }

    private NoticedCredential credential() {
        return new NoticedCredential(realm);
    }
}
