package io.apicredentials.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import io.apicredentials.testing.ThemeMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the mails: each is there, and none is left over. */
class NoticeMessagesTest {

    private static final String PREFIX = "apiCredentialNotice.";
    private static final Pattern KEY = Pattern.compile("msg\\(\"(" + Pattern.quote(PREFIX) + "[A-Za-z_.]+)\"");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static Stream<NoticeMail> mails() {
        return Stream.of(NoticeKind.values())
                .flatMap(kind -> Stream.of(NOW, Notice.UNKNOWN)
                        .flatMap(about -> Stream.of(Optional.of(NOW), Optional.<Instant>empty())
                                .map(end -> new NoticeMail(
                                        new Notice(kind, about),
                                        "id",
                                        "client-id",
                                        "The name",
                                        "owner@example.com",
                                        Optional.empty(),
                                        end))));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyMailHasASubjectAndSentences(NoticeMail mail) throws IOException {
        ThemeMessages english = english();

        assertThat(english.placeholders(mail.subject())).contains("{0}");
        assertThat(mail.sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(english.text(sentence)).isNotBlank());
    }

    @Test
    void everyTextBelongsToAMailOrATemplate() throws IOException {
        Set<String> used = mails().flatMap(mail -> Stream.concat(Stream.of(mail.subject()), mail.sentences().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String form : List.of("text", "html")) {
            String template = Files.readString(
                    ThemeMessages.RESOURCES.resolve("templates/" + form + "/api-credential-notice.ftl"));
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(used::add);
        }

        assertThat(english().keys()).isEqualTo(used);
    }

    private static ThemeMessages english() throws IOException {
        return ThemeMessages.read(PREFIX, "en");
    }
}
