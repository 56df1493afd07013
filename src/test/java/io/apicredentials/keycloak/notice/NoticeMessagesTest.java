package io.apicredentials.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the mails are there in each language, and take what is put into them. */
class NoticeMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt", "ja"})
    void everyNoticeHasASubjectAndSentences(String language) throws IOException {
        ResourceBundle messages = messages(language);
        for (NoticeKind kind : NoticeKind.values()) {
            for (Optional<Instant> end : List.of(Optional.<Instant>empty(), Optional.of(Instant.EPOCH))) {
                NoticeMail mail = mail(kind, end);

                assertThat(format(messages, language, mail.subject(), mail.subjectArguments()))
                        .contains("The name")
                        .doesNotContain("{", "}");
                assertThat(mail.sentences())
                        .isNotEmpty()
                        .allSatisfy(sentence -> assertThat(
                                        format(messages, language, sentence, List.of("The name", "1", "2")))
                                .isNotBlank()
                                .doesNotContain("{", "}", "<"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "pt", "ja"})
    void hasTheTextsThatThereAreInEnglish(String language) throws IOException {
        assertThat(keys(language)).containsExactlyElementsOf(keys("en"));
    }

    private static List<String> keys(String language) throws IOException {
        return messages(language).keySet().stream()
                .filter(key -> key.startsWith("apiCredentialNotice."))
                .sorted()
                .toList();
    }

    private static String format(ResourceBundle messages, String language, String key, List<Object> arguments) {
        return new MessageFormat(messages.getString(key), Locale.forLanguageTag(language)).format(arguments.toArray());
    }

    private static NoticeMail mail(NoticeKind kind, Optional<Instant> end) {
        Notice notice = new Notice(kind, Instant.EPOCH);
        return new NoticeMail(notice, "id", "client-id", "The name", "owner@example.com", Optional.empty(), end);
    }

    private static ResourceBundle messages(String language) throws IOException {
        String name = "/theme-resources/messages/messages_" + language + ".properties";
        try (InputStream file = NoticeMessagesTest.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(file);
        }
    }
}
