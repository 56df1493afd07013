package io.apicredentials.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.credential.CredentialText;
import io.apicredentials.credential.Owner;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Whoever breaks a demand is told in numbers what would be right. */
class PolicyMessagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RealmPolicy STRICT = new RealmPolicy(
            Optional.of(Environment.PRODUCTION),
            false,
            16,
            false,
            false,
            OptionalInt.of(45),
            OptionalInt.of(90),
            Duration.ZERO);

    @Test
    void aRangeThatIsTooWideIsToldTheShortestPrefix() {
        assertThat(messages(STRICT.judge(content("10.0.0.0/15", NOW), NOW)))
                .containsExactly(
                        "The range 10.0.0.0/15 is too wide for this realm; write ranges with a prefix of /16 or longer.");
    }

    @Test
    void anEndThatIsTooFarIsToldTheLatest() {
        assertThat(messages(STRICT.judge(content("10.0.0.1", NOW.plus(Duration.ofDays(46))), NOW)))
                .containsExactly(
                        "In this realm a credential must expire within 45 days; write a date and time no later than"
                                + " 2026-04-15T12:00:00Z.");
    }

    @Test
    void aSecretThatIsTooOldIsToldHowOldItMayBe() {
        assertThat(messages(STRICT.judge(secret(Environment.PRODUCTION), Optional.of(Instant.EPOCH), NOW)))
                .containsExactly(
                        "In this realm secrets must be rotated every 90 days, and this one is older; rotate it.");
    }

    @Test
    void aSecretOfAnotherEnvironmentIsToldThatOfTheRealm() {
        String word = Environment.PRODUCTION.word();

        assertThat(messages(STRICT.judge(secret(Environment.SANDBOX), Optional.of(NOW), NOW)))
                .containsExactly("The secret was made for another environment than this realm, which is " + word
                        + "; rotate it.");
    }

    private static List<String> messages(List<Problem> problems) {
        return problems.stream().map(Problem::message).toList();
    }

    private static CredentialContent content(String range, Instant end) {
        return new CredentialContent(
                new CredentialText("Treasury"),
                null,
                IpAllowList.parse(List.of(range), problem -> {}).orElseThrow(),
                Permissions.parse("balances:read:org:*").orElseThrow(),
                Owner.NONE,
                Optional.of(end),
                OptionalInt.empty());
    }

    private static KnownSecrets secret(Environment environment) {
        SecretHash hash = SecretHash.of(
                ClientSecret.of(Optional.empty(), new byte[ClientSecret.RANDOM_BYTES]),
                new byte[SecretHash.SALT_BYTES]);
        return KnownSecrets.of(KnownSecret.first(hash, Optional.of(environment)));
    }
}
