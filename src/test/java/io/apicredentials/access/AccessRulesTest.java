package io.apicredentials.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.access.AccessRules.Explanation;
import io.apicredentials.access.PresentedSecret.Ambiguous;
import io.apicredentials.access.PresentedSecret.Missing;
import io.apicredentials.access.PresentedSecret.Present;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final ClientSecret SECRET = secret(1);
    private static final PresentedSecret RIGHT = new Present(SECRET);
    private static final PresentedSecret WRONG = new Present(secret(2));
    private static final PresentedSecret MISSING = new Missing();
    private static final PresentedSecret AMBIGUOUS = new Ambiguous();

    private static final String LISTED = "203.0.113.7";
    private static final String UNLISTED = "203.0.113.8";
    private static final @Nullable String UNKNOWN = null;

    private static final Optional<IpAllowList> ALLOWED = allowList(LISTED);
    private static final KnownSecret KNOWN = known(SECRET, null);
    private static final List<KnownSecret> SECRETS = List.of(KNOWN);

    private static final AccessRules ENABLED = new AccessRules(CredentialState.ENABLED, ALLOWED, SECRETS);
    private static final AccessRules DISABLED = new AccessRules(CredentialState.DISABLED, ALLOWED, SECRETS);
    private static final AccessRules WITHOUT_ADDRESSES =
            new AccessRules(CredentialState.ENABLED, Optional.empty(), SECRETS);
    private static final AccessRules WITHOUT_SECRET = new AccessRules(CredentialState.ENABLED, ALLOWED, List.of());
    private static final AccessRules DISABLED_AND_EMPTY =
            new AccessRules(CredentialState.DISABLED, Optional.empty(), List.of());
    private static final AccessRules ANYWHERE =
            new AccessRules(CredentialState.ENABLED, allowList("0.0.0.0/0"), SECRETS);

    @Test
    void admitTheRightSecretFromAListedAddress() {
        assertThat(ENABLED.decide(attempt(true, LISTED, RIGHT))).isEqualTo(new Admitted(KNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1", "::ffff:198.51.100.1", "2001:db8::1"})
    void admitTheRightSecretFromAnywhereWhenAllAddressesAreAllowed(String peer) {
        assertThat(ANYWHERE.decide(attempt(true, peer, RIGHT))).isEqualTo(new Admitted(KNOWN));
    }

    @Test
    void refuseAnUnknownAddressEvenWhenAllAddressesAreAllowed() {
        assertThat(ANYWHERE.decide(attempt(true, UNKNOWN, RIGHT)))
                .isEqualTo(new Refused(RefusalReason.ADDRESS_UNKNOWN));
    }

    @Test
    void sayWhichOfSeveralSecretsWasPresented() {
        KnownSecret other = known(secret(2), null);
        AccessRules two = new AccessRules(CredentialState.ENABLED, ALLOWED, List.of(KNOWN, other));

        assertThat(two.decide(attempt(true, LISTED, RIGHT))).isEqualTo(new Admitted(KNOWN));
        assertThat(two.decide(attempt(true, LISTED, WRONG))).isEqualTo(new Admitted(other));
        assertThat(two.decide(attempt(true, LISTED, new Present(secret(3)))))
                .isEqualTo(new Refused(RefusalReason.UNKNOWN_SECRET));
    }

    /** The end itself is the first instant at which it is refused. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.000000001Z, true",
        "2026-03-01T12:00:00Z, false",
        "2026-03-01T11:59:59.999999999Z, false"
    })
    void acceptASecretUntilItEnds(Instant end, boolean accepted) {
        KnownSecret ending = known(SECRET, end);
        AccessRules rules = new AccessRules(CredentialState.ENABLED, ALLOWED, List.of(ending));

        assertThat(rules.decide(attempt(true, LISTED, RIGHT)))
                .isEqualTo(accepted ? new Admitted(ending) : new Refused(RefusalReason.UNKNOWN_SECRET));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attemptsWithOneFault")
    void refuseAnAttemptWithOneFault(RefusalReason reason, AccessRules rules, AccessAttempt attempt) {
        assertThat(rules.decide(attempt)).isEqualTo(new Refused(reason));
    }

    static Stream<Arguments> attemptsWithOneFault() {
        return Stream.of(
                arguments(RefusalReason.GRANT_NOT_ALLOWED, ENABLED, attempt(false, LISTED, RIGHT)),
                arguments(RefusalReason.DISABLED, DISABLED, attempt(true, LISTED, RIGHT)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_ADDRESSES, attempt(true, LISTED, RIGHT)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_SECRET, attempt(true, LISTED, RIGHT)),
                arguments(RefusalReason.ADDRESS_UNKNOWN, ENABLED, attempt(true, UNKNOWN, RIGHT)),
                arguments(RefusalReason.ADDRESS_NOT_ALLOWED, ENABLED, attempt(true, UNLISTED, RIGHT)),
                arguments(RefusalReason.ADDRESS_NOT_ALLOWED, ENABLED, attempt(true, "2001:db8::1", RIGHT)),
                arguments(RefusalReason.AMBIGUOUS_AUTHENTICATION, ENABLED, attempt(true, LISTED, AMBIGUOUS)),
                arguments(RefusalReason.UNKNOWN_SECRET, ENABLED, attempt(true, LISTED, WRONG)),
                arguments(RefusalReason.UNKNOWN_SECRET, ENABLED, attempt(true, LISTED, MISSING)));
    }

    /** Each row has one fault fewer than the one before it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("attemptsWithFaultsFromThereOn")
    void refuseForTheFirstOfSeveralFaults(RefusalReason reason, AccessRules rules, AccessAttempt attempt) {
        assertThat(rules.decide(attempt)).isEqualTo(new Refused(reason));
    }

    static Stream<Arguments> attemptsWithFaultsFromThereOn() {
        return Stream.of(
                arguments(RefusalReason.GRANT_NOT_ALLOWED, DISABLED_AND_EMPTY, attempt(false, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.DISABLED, DISABLED_AND_EMPTY, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_ADDRESSES, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_SECRET, attempt(true, UNLISTED, AMBIGUOUS)),
                arguments(RefusalReason.ADDRESS_UNKNOWN, ENABLED, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.ADDRESS_NOT_ALLOWED, ENABLED, attempt(true, UNLISTED, AMBIGUOUS)),
                arguments(RefusalReason.AMBIGUOUS_AUTHENTICATION, ENABLED, attempt(true, LISTED, AMBIGUOUS)));
    }

    @ParameterizedTest
    @MethodSource("presentedSecrets")
    void tellNothingAboutTheSecretAtAnUnlistedAddress(PresentedSecret presented) {
        assertThat(ENABLED.decide(attempt(true, UNLISTED, presented)))
                .isEqualTo(new Refused(RefusalReason.ADDRESS_NOT_ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("presentedSecrets")
    void tellNothingAboutTheSecretOfADisabledCredential(PresentedSecret presented) {
        assertThat(DISABLED.decide(attempt(true, LISTED, presented))).isEqualTo(new Refused(RefusalReason.DISABLED));
    }

    static List<PresentedSecret> presentedSecrets() {
        return List.of(RIGHT, WRONG, MISSING, AMBIGUOUS);
    }

    @Test
    void explainWhatEachCheckSays() {
        assertThat(DISABLED.explain(attempt(true, UNLISTED, WRONG)))
                .containsExactly(
                        new Explanation(AccessCheck.PURPOSE, Optional.empty()),
                        new Explanation(AccessCheck.STATE, Optional.of(RefusalReason.DISABLED)),
                        new Explanation(AccessCheck.CONTENT, Optional.empty()),
                        new Explanation(AccessCheck.ADDRESS, Optional.of(RefusalReason.ADDRESS_NOT_ALLOWED)),
                        new Explanation(AccessCheck.SECRET, Optional.of(RefusalReason.UNKNOWN_SECRET)));
        assertThat(ENABLED.explain(attempt(true, LISTED, RIGHT)))
                .hasSize(AccessCheck.values().length)
                .allMatch(explanation -> explanation.refusal().isEmpty());
    }

    @Test
    void explainThatNoAddressIsListedWhereTheListCannotBeRead() {
        assertThat(WITHOUT_ADDRESSES.explain(attempt(true, LISTED, RIGHT)))
                .contains(
                        new Explanation(AccessCheck.ADDRESS, Optional.of(RefusalReason.ADDRESS_NOT_ALLOWED)),
                        new Explanation(AccessCheck.SECRET, Optional.empty()));
    }

    /** What refuses every use is what refuses one from a listed address with the right secret. */
    @Test
    void refuseEveryUseForTheReasonThatStands() {
        for (AccessRules rules :
                List.of(ENABLED, DISABLED, WITHOUT_ADDRESSES, WITHOUT_SECRET, DISABLED_AND_EMPTY, ANYWHERE)) {
            AccessDecision decision = rules.decide(attempt(true, LISTED, RIGHT));

            assertThat(rules.standingRefusal().<AccessDecision>map(Refused::new).orElse(new Admitted(KNOWN)))
                    .isEqualTo(decision);
        }
    }

    private static AccessAttempt attempt(boolean purposeAllowed, @Nullable String peer, PresentedSecret presented) {
        return new AccessAttempt(purposeAllowed, PeerAddress.parse(peer), presented, NOW);
    }

    private static KnownSecret known(ClientSecret secret, @Nullable Instant end) {
        return new KnownSecret(SecretHash.of(secret, new byte[SecretHash.SALT_BYTES]), Optional.ofNullable(end));
    }

    private static Optional<IpAllowList> allowList(String entry) {
        return IpAllowList.parse(List.of(entry), problem -> {});
    }

    private static ClientSecret secret(int seed) {
        byte[] bytes = new byte[ClientSecret.RANDOM_BYTES];
        bytes[0] = (byte) seed;
        return ClientSecret.of(bytes);
    }
}
