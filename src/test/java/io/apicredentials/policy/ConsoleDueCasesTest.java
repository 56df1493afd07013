package io.apicredentials.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import io.apicredentials.testing.ConsoleCases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console labels what is due soon, and offers overlaps. */
class ConsoleDueCasesTest {

    private static final KnownSecret SECRET = KnownSecret.first(
            SecretHash.parse("v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY")
                    .orElseThrow(),
            Optional.empty());

    @ParameterizedTest
    @MethodSource
    void anExpiryIsDueWhenTheConsoleSaysSo(JsonNode expiry) {
        assertThat(DueSoon.expires(Optional.of(instant(expiry, "expiresAt")), instant(expiry, "now")))
                .isEqualTo(expiry.path("isDue").asBoolean());
    }

    @ParameterizedTest
    @MethodSource
    void aRotationIsDueWhenTheConsoleSaysSo(JsonNode rotation) {
        RealmPolicy policy = policy(everyDays(rotation), RealmPolicy.LONGEST_OVERLAP);
        Optional<Instant> createdAt = Optional.of(instant(rotation, "createdAt"));
        Instant now = instant(rotation, "now");

        assertThat(policy.rotationDue(KnownSecrets.of(SECRET), createdAt, now)).contains(instant(rotation, "due"));
        assertThat(DueSoon.rotates(policy, KnownSecrets.of(SECRET), createdAt, now))
                .isEqualTo(rotation.path("isDue").asBoolean());
    }

    @ParameterizedTest
    @MethodSource
    void theLongestOverlapIsThatOfTheConsole(JsonNode overlap) {
        Duration set = Optional.ofNullable(overlap.path("maxOverlap").textValue())
                .map(Duration::parse)
                .orElse(RealmPolicy.LONGEST_OVERLAP);

        assertThat(policy(everyDays(overlap), set).longestOverlap())
                .isEqualTo(Duration.parse(overlap.path("longest").asText()));
    }

    static Stream<JsonNode> anExpiryIsDueWhenTheConsoleSaysSo() {
        return ConsoleCases.of("state/due-cases.json", "/expiry");
    }

    static Stream<JsonNode> aRotationIsDueWhenTheConsoleSaysSo() {
        return ConsoleCases.of("state/due-cases.json", "/rotation");
    }

    static Stream<JsonNode> theLongestOverlapIsThatOfTheConsole() {
        return ConsoleCases.of("detail/overlap-cases.json", "/longest");
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }

    private static OptionalInt everyDays(JsonNode node) {
        return node.path("everyDays").isInt()
                ? OptionalInt.of(node.path("everyDays").asInt())
                : OptionalInt.empty();
    }

    private static RealmPolicy policy(OptionalInt everyDays, Duration maxOverlap) {
        return new RealmPolicy(Optional.empty(), true, 0, false, false, OptionalInt.empty(), everyDays, maxOverlap);
    }
}
