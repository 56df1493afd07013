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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RealmPolicy NONE = policy(true, 0, false, false, null, null);
    private static final Owner OWNER =
            new Owner(Optional.of("Treasury"), Optional.of("treasury@example.com"), Optional.empty());

    @Test
    void demandsNothingWhereNothingIsSet() {
        assertThat(NONE.judge(content("0.0.0.0/0", Owner.NONE, null), NOW)).isEmpty();
        assertThat(NONE.judge(secret(Environment.SANDBOX), Optional.of(Instant.EPOCH), NOW))
                .isEmpty();
        assertThat(NONE.rotationDue(secret(null), Optional.of(NOW), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0/0                     | allowedIps all_addresses_not_allowed",
                "0.0.0.0/1 128.0.0.0/1         | allowedIps all_addresses_not_allowed",
                "128.0.0.0/1 0.0.0.0/2 64.0.0.0/2 | allowedIps all_addresses_not_allowed",
                "0.0.0.0/1 128.0.0.0/2         | allowedIps[0] range_too_wide, allowedIps[1] range_too_wide",
                "10.0.0.0/15 10.2.0.0/16 10.3.0.1 | allowedIps[0] range_too_wide",
                "10.0.0.0/16                   | ''"
            })
    void demandsNarrowAddresses(String entries, String expected) {
        RealmPolicy narrow = policy(false, 16, false, false, null, null);

        assertThat(codes(narrow.judge(content(entries, Owner.NONE, null), NOW))).isEqualTo(expected);
    }

    /** The choice "All IP addresses" is one of its own. */
    @Test
    void canAllowAllAddressesAndNoWideRanges() {
        RealmPolicy narrow = policy(true, 16, false, false, null, null);

        assertThat(narrow.judge(content("0.0.0.0/0", Owner.NONE, null), NOW)).isEmpty();
        assertThat(codes(narrow.judge(content("10.0.0.0/8", Owner.NONE, null), NOW)))
                .isEqualTo("allowedIps[0] range_too_wide");
    }

    @Test
    void demandsATeamAndAContact() {
        RealmPolicy owned = policy(true, 0, true, false, null, null);

        assertThat(codes(owned.judge(content("10.0.0.1", Owner.NONE, null), NOW)))
                .isEqualTo("owner.team owner_team_missing, owner.contact owner_contact_missing");
        assertThat(owned.judge(content("10.0.0.1", OWNER, null), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ", 'expiresAt expiry_missing'",
        "2026-03-31T12:00:00Z, ''",
        "2026-03-31T12:00:01Z, 'expiresAt expiry_too_far'",
        "2020-01-01T00:00:00Z, ''"
    })
    void demandsAnEndWithinSomeDays(@Nullable Instant end, String expected) {
        RealmPolicy limited = policy(true, 0, false, true, 30, null);

        assertThat(codes(limited.judge(content("10.0.0.1", Owner.NONE, end), NOW)))
                .isEqualTo(expected);
    }

    @Test
    void canLimitAnEndWithoutDemandingOne() {
        RealmPolicy limited = policy(true, 0, false, false, 30, null);

        assertThat(limited.judge(content("10.0.0.1", Owner.NONE, null), NOW)).isEmpty();
    }

    @Test
    void canDemandAnEndWithoutLimitingIt() {
        RealmPolicy ending = policy(true, 0, false, true, null, null);

        assertThat(ending.judge(content("10.0.0.1", Owner.NONE, NOW.plus(Duration.ofDays(9_999))), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-30T12:00:01Z, ''",
        "2026-01-30T12:00:00Z, ' rotation_overdue'",
        ", ' rotation_overdue'",
        "2026-03-02T11:59:59Z, ''",
        "9998-01-01T00:00:00Z, ' rotation_overdue'"
    })
    void demandsASecretThatIsKnownToBeFresh(@Nullable Instant createdAt, String expected) {
        RealmPolicy rotated = policy(true, 0, false, false, null, 30);

        assertThat(codes(rotated.judge(secret(null), Optional.ofNullable(createdAt), NOW)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PRODUCTION, SANDBOX, 1", "PRODUCTION, PRODUCTION, 0", "PRODUCTION, , 0", ", SANDBOX, 0"})
    void demandsASecretOfItsEnvironment(@Nullable Environment ofRealm, @Nullable Environment ofSecret, int problems) {
        RealmPolicy policy = new RealmPolicy(
                Optional.ofNullable(ofRealm),
                true,
                0,
                false,
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Duration.ZERO);

        assertThat(policy.judge(secret(ofSecret), Optional.of(NOW), NOW)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"P30D, , P30D", "P7D, 90, P7D", "P30D, 7, P7D", "PT0S, 90, PT0S"})
    void allowsNoOverlapBeyondTheNextRotation(String max, @Nullable Integer days, String longest) {
        RealmPolicy policy = new RealmPolicy(
                Optional.empty(), true, 0, false, false, OptionalInt.empty(), number(days), Duration.parse(max));

        assertThat(policy.longestOverlap()).isEqualTo(Duration.parse(longest));
    }

    private static RealmPolicy policy(
            boolean allAddresses,
            int widestPrefix,
            boolean owner,
            boolean expiry,
            @Nullable Integer maxDays,
            @Nullable Integer everyDays) {
        return new RealmPolicy(
                Optional.empty(),
                allAddresses,
                widestPrefix,
                owner,
                expiry,
                number(maxDays),
                number(everyDays),
                RealmPolicy.LONGEST_OVERLAP);
    }

    private static OptionalInt number(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static CredentialContent content(String entries, Owner owner, @Nullable Instant end) {
        return new CredentialContent(
                new CredentialText("Treasury"),
                null,
                IpAllowList.parse(List.of(entries.split(" ", -1)), problem -> {})
                        .orElseThrow(),
                Permissions.parse("balances:read:org:*").orElseThrow(),
                owner,
                Optional.ofNullable(end),
                OptionalInt.empty());
    }

    private static KnownSecrets secret(@Nullable Environment environment) {
        SecretHash hash = SecretHash.of(
                ClientSecret.of(Optional.empty(), new byte[ClientSecret.RANDOM_BYTES]),
                new byte[SecretHash.SALT_BYTES]);
        return KnownSecrets.of(KnownSecret.first(hash, Optional.ofNullable(environment)));
    }

    private static String codes(List<Problem> problems) {
        return String.join(
                ", ",
                problems.stream()
                        .map(problem -> problem.place() + " " + problem.kind().code())
                        .toList());
    }
}
