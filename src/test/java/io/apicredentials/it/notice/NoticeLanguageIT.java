package io.apicredentials.it.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language owners are told. */
@KeycloakTest(server = NoticeServer.class, realm = NoticeLanguageIT.InFiveLanguages.class)
final class NoticeLanguageIT {

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt", "ja");
    private static final String SPANISH = "La credencial de API «Test of wallets» ha caducado";

    @AutoClose
    private static final MailServer MAILS = MailServer.start();

    private final TestRealm realm;

    NoticeLanguageIT(TestRealm realm) {
        this.realm = realm;
    }

    /** With a user of each language, and Spanish where nobody has chosen. */
    static class InFiveLanguages implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.withObject("/attributes").put("api.credential.notices.email", "true");
            MAILS.use(content);
            content.put("internationalizationEnabled", true).put("defaultLocale", "es");
            LANGUAGES.forEach(content.putArray("supportedLocales")::add);
            for (String language : List.of("en", "de", "pt", "ja", "fr")) {
                ObjectNode user = content.withArray("users").addObject();
                user.put("username", "owner-" + language).put("enabled", true);
                user.putObject("attributes").putArray("locale").add(language);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'API credential \"Test of wallets\" has expired'",
        "de, API-Zugangsdaten „Test of wallets“ sind abgelaufen",
        "pt, A credencial de API “Test of wallets” expirou",
        "ja, APIクレデンシャル「Test of wallets」の期限が切れました"
    })
    void speaksTheLanguageOfTheOwner(String language, String subject) {
        assertThat(mailToOwner(userId(language)).subject()).isEqualTo(subject);
    }

    @Test
    void speaksTheLanguageOfTheRealmToAnOwnerOfAnother() {
        assertThat(mailToOwner(userId("fr")).subject()).isEqualTo(SPANISH);
    }

    @Test
    void speaksTheLanguageOfTheRealmToAnOwnerWhoIsNoUser() {
        NoticedCredential credential = expired();
        credential.bring();

        assertThat(MAILS.awaitMailTo(credential.contact()).subject()).isEqualTo(SPANISH);
    }

    @Test
    void speaksTheLanguageOfTheRealmWhenTheOwnerIsGone() {
        String gone = userId("en");
        NoticedCredential credential = new NoticedCredential(realm).with("owner-user", gone);
        String id = credential
                .with("expires-at", NoticedCredential.in(Duration.ofDays(60)))
                .bring();
        NoticeServer.store(id, "owner-user", "gone");
        NoticeServer.store(id, "expires-at", NoticedCredential.ago(Duration.ofDays(1)));

        assertThat(MAILS.awaitMailTo(credential.contact()).subject()).isEqualTo(SPANISH);
    }

    private MailServer.Mail mailToOwner(String userId) {
        NoticedCredential credential = expired().with("owner-user", userId);
        credential.bring();
        return MAILS.awaitMailTo(credential.contact());
    }

    private NoticedCredential expired() {
        return new NoticedCredential(realm).expired();
    }

    private String userId(String language) {
        return realm.admin().firstId("users?exact=true&username=owner-" + language);
    }
}
