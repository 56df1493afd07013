package io.apicredentials.keycloak.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.delivery.PickUp;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of the page at which a secret is picked up, in the five languages of the console. */
class DeliveryMessagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "theme-resources");
    private static final String PREFIX = "apiCredentialDelivery.";
    private static final Pattern KEY = Pattern.compile("msg\\(\"(" + Pattern.quote(PREFIX) + "[A-Za-z_.]+)\"");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static Stream<DeliveryPage> pages() {
        PickUp pickUp = new PickUp(NOW, Optional.of("203.0.113.7"));
        Stream<DeliveryPage> refused = Stream.of(DeliveryRefusal.values())
                .filter(reason -> reason != DeliveryRefusal.REUSED)
                .flatMap(reason -> Stream.of(Optional.of("203.0.113.7"), Optional.<String>empty())
                        .map(address -> DeliveryPage.refused(reason, address)));
        return Stream.concat(
                refused,
                Stream.of(
                        DeliveryPage.open("Payouts", delivery(Optional.empty(), Duration.ZERO)),
                        DeliveryPage.open("Payouts", delivery(Optional.of("id"), Duration.ZERO)),
                        DeliveryPage.open("Payouts", delivery(Optional.of("id"), Duration.ofDays(1))),
                        DeliveryPage.secret("id", "secret", "endpoint", Optional.empty()),
                        DeliveryPage.secret("id", "secret", "endpoint", Optional.of(NOW)),
                        DeliveryPage.pickedUp(pickUp),
                        DeliveryPage.pickedUp(new PickUp(NOW, Optional.empty())),
                        DeliveryPage.busy()));
    }

    private static Delivery delivery(Optional<String> replaces, Duration overlap) {
        DeliveryToken token = DeliveryToken.of("id", new byte[DeliveryToken.RANDOM_BYTES]);
        return Delivery.open(token, new DeliveryTerms(Duration.ofDays(1), false), overlap, replaces, "admin", NOW);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasItsSentences(DeliveryPage page) throws IOException {
        Properties english = messages("en");

        assertThat(english.getProperty(page.key("title"))).isNotBlank();
        assertThat(page.lines()).isNotEmpty().allSatisfy(line -> {
            String sentence = english.getProperty(page.key(line.key()));
            assertThat(sentence).as(page.key(line.key())).isNotBlank();
            assertThat(new MessageFormat(sentence).getFormatsByArgumentIndex()).hasSameSizeAs(line.details());
        });
    }

    @Test
    void everySentenceBelongsToAPageOrTheTemplate() throws IOException {
        Set<String> used = pages().flatMap(page -> Stream.concat(
                        Stream.of(page.key("title")), page.lines().stream().map(line -> page.key(line.key()))))
                .collect(Collectors.toCollection(TreeSet::new));
        String template = Files.readString(RESOURCES.resolve("templates/api-credential-delivery.ftl"));
        KEY.matcher(template).results().map(found -> found.group(1)).forEach(used::add);

        assertThat(keys(messages("en"))).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "ja", "pt"})
    void everyLanguageHasEverySentenceWithItsDetails(String language) throws IOException {
        Properties english = messages("en");
        Properties translated = messages(language);

        assertThat(keys(translated)).isEqualTo(keys(english));
        assertThat(keys(english))
                .allSatisfy(key -> assertThat(placeholders(translated.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    /** Keycloak formats every sentence, and an apostrophe alone would swallow what is behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ja", "pt"})
    void noSentenceLosesAnythingWhenItIsFormatted(String language) throws IOException {
        Properties messages = messages(language);

        assertThat(keys(messages)).allSatisfy(key -> {
            String sentence = messages.getProperty(key);
            assertThat(MessageFormat.format(sentence, "{0}", "{1}")).isEqualTo(sentence);
        });
    }

    private static Set<String> placeholders(String sentence) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Properties messages) {
        return messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("messages/messages_" + language + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }

    @Test
    void onlyThePageWithTheSecretCannotBeAskedForAgain() {
        List<DeliveryPage> once =
                pages().filter(page -> !page.canBeAskedForAgain()).toList();

        assertThat(once).extracting(DeliveryPage::name).containsOnly(DeliveryPage.SECRET);
    }
}
