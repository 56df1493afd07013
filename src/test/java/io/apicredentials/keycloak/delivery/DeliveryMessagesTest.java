package io.apicredentials.keycloak.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.delivery.PickUp;
import io.apicredentials.testing.ThemeMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.time.Duration;
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

/** The sentences of the page at which a secret is picked up: each is there, and none is left over. */
class DeliveryMessagesTest {

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
                        DeliveryPage.busy(),
                        DeliveryPage.notRecorded()));
    }

    private static Delivery delivery(Optional<String> replaces, Duration overlap) {
        DeliveryToken token = DeliveryToken.of("id", new byte[DeliveryToken.RANDOM_BYTES]);
        return Delivery.open(token, new DeliveryTerms(Duration.ofDays(1), false), overlap, replaces, "admin", NOW);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasItsSentences(DeliveryPage page) throws IOException {
        ThemeMessages english = english();

        assertThat(english.text(page.key("title"))).isNotBlank();
        assertThat(page.lines()).isNotEmpty().allSatisfy(line -> {
            String sentence = english.text(page.key(line.key()));
            assertThat(sentence).as(page.key(line.key())).isNotBlank();
            assertThat(new MessageFormat(sentence).getFormatsByArgumentIndex()).hasSameSizeAs(line.details());
        });
    }

    @Test
    void everySentenceBelongsToAPageOrTheTemplate() throws IOException {
        Set<String> used = pages().flatMap(page -> Stream.concat(
                        Stream.of(page.key("title")), page.lines().stream().map(line -> page.key(line.key()))))
                .collect(Collectors.toCollection(TreeSet::new));
        String template = Files.readString(ThemeMessages.RESOURCES.resolve("templates/api-credential-delivery.ftl"));
        KEY.matcher(template).results().map(found -> found.group(1)).forEach(used::add);

        assertThat(english().keys()).isEqualTo(used);
    }

    private static ThemeMessages english() throws IOException {
        return ThemeMessages.read(PREFIX, "en");
    }

    @Test
    void onlyThePageWithTheSecretCannotBeAskedForAgain() {
        List<DeliveryPage> once =
                pages().filter(page -> !page.canBeAskedForAgain()).toList();

        assertThat(once).extracting(DeliveryPage::name).containsOnly(DeliveryPage.SECRET);
    }
}
