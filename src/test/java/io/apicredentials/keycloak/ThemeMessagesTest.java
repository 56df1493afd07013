package io.apicredentials.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ThemeMessages;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of the page of a link and of the mails, in the five languages of the console. */
class ThemeMessagesTest {

    private static final String ENGLISH = "en";

    static Stream<Arguments> messages() {
        return Stream.of("apiCredentialDelivery.", "apiCredentialNotice.", "apiCredentialRequest.")
                .flatMap(prefix ->
                        Stream.of(ENGLISH, "de", "es", "ja", "pt").map(language -> Arguments.of(prefix, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyLanguageHasEverySentenceWithItsDetails(String prefix, String language) throws IOException {
        ThemeMessages english = ThemeMessages.read(prefix, ENGLISH);
        ThemeMessages translated = ThemeMessages.read(prefix, language);

        assertThat(translated.keys()).isNotEmpty().isEqualTo(english.keys());
        assertThat(english.keys())
                .allSatisfy(
                        key -> assertThat(translated.placeholders(key)).as(key).isEqualTo(english.placeholders(key)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void noSentenceLosesAnythingWhenItIsFormatted(String prefix, String language) throws IOException {
        ThemeMessages messages = ThemeMessages.read(prefix, language);

        assertThat(messages.keys()).isNotEmpty().allMatch(messages::isWhole);
    }
}
