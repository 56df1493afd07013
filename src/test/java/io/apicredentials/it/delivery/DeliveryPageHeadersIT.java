package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the pages of a link are answered: by what headers, and in which language. */
@KeycloakTest(realm = DeliveryPageHeadersIT.Open.class)
final class DeliveryPageHeadersIT {

    private final TestRealm realm;

    DeliveryPageHeadersIT(TestRealm realm) {
        this.realm = realm;
    }

    /** A realm whose other pages may be framed, indexed and told of. */
    static final class Open implements RealmChange {

        @Override
        public void apply(ObjectNode file) {
            file.putObject("browserSecurityHeaders")
                    .put("contentSecurityPolicy", "frame-src *; script-src * 'unsafe-inline'")
                    .put("referrerPolicy", "unsafe-url")
                    .put("xRobotsTag", "all")
                    .put("xFrameOptions", "")
                    .put("xContentTypeOptions", "")
                    .put("strictTransportSecurity", "max-age=600");
        }
    }

    private SecretLink link() {
        return SecretLink.create(realm, "127.0.0.1", request -> {});
    }

    @Test
    void everyPageIsPrivateWhateverTheRealmIsSetTo() {
        SecretLink link = link();
        List<Answer> answers = List.of(
                link.withToken("none").open(),
                link.open(),
                link.http().send("HEAD", link.url(), Fields.none(), null),
                link.confirm(),
                link.confirm());

        assertThat(answers).extracting(Answer::status).containsExactly(404, 200, 200, 200, 410);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("X-Robots-Tag")).contains("noindex, nofollow, noarchive");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).contains("max-age=600");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.headers().list())
                    .extracting(field -> field.name().toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates()
                    .doesNotContain("set-cookie", "access-control-allow-origin");
        });
    }

    @Test
    void noPageNamesAnotherServer() {
        SecretLink link = link();

        for (Answer answer : List.of(link.open(), link.confirm(), link.open())) {
            assertThat(answer.body()).doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', de-AT, de, Client-Secret abholen",
        "'', 'fr, es;q=0.5', es, Recoger el secreto del cliente",
        "'', ja, ja, クライアントシークレットの受け取り",
        "'', pt, pt-BR, Retirar o secret do cliente",
        "'', fr, en, Pick up a client secret",
        "?kc_locale=ja, de, ja, クライアントシークレットの受け取り",
        "?ui_locales=es%20de, de, es, Recoger el secreto del cliente",
        "?kc_locale=xx, de, de, Client-Secret abholen"
    })
    void everyPageSpeaksTheLanguageOfTheVisitor(String query, String accepted, String lang, String title) {
        SecretLink link = link();
        Answer page = link.http().get(link.url() + query, Fields.of("Accept-Language", accepted));

        assertThat(page.body()).contains("lang=\"" + lang + "\"").containsOnlyOnce("<title>" + title + "</title>");
        assertThat(page.header("Content-Language")).contains(lang);
    }

    @Test
    void aPageThatCannotBeShownConsumesNothing() {
        SecretLink link = link();
        String path = "localization/en/apiCredentialDelivery.clientSecret";
        realm.admin().post("localization/en", word("clientSecret", "{")).expect(204);
        try {
            Answer failed = link.confirm();
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body()).doesNotContain("kac_");
        } finally {
            realm.admin().delete(path).expect(204);
        }

        assertThat(realm.events().ofClient(link.credential().clientId())).isEmpty();
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    private static ObjectNode word(String key, String text) {
        return JsonNodeFactory.instance.objectNode().put("apiCredentialDelivery." + key, text);
    }

    @Test
    void theWordsOfTheRealmTakeThePlaceOfOurs() {
        realm.admin().post("localization/en", word("button", "Reveal it")).expect(204);

        assertThat(link().open().body()).contains(">Reveal it</button>");
    }
}
