package io.apicredentials.access;

import static io.apicredentials.access.Attempts.AMBIGUOUS;
import static io.apicredentials.access.Attempts.KNOWN;
import static io.apicredentials.access.Attempts.LISTED;
import static io.apicredentials.access.Attempts.MISSING;
import static io.apicredentials.access.Attempts.NOW;
import static io.apicredentials.access.Attempts.RIGHT;
import static io.apicredentials.access.Attempts.SECRET;
import static io.apicredentials.access.Attempts.SECRETS;
import static io.apicredentials.access.Attempts.UNKNOWN;
import static io.apicredentials.access.Attempts.UNLISTED;
import static io.apicredentials.access.Attempts.WRONG;
import static io.apicredentials.access.Attempts.attempt;
import static io.apicredentials.access.Attempts.expiring;
import static io.apicredentials.access.Attempts.known;
import static io.apicredentials.access.Attempts.rules;
import static io.apicredentials.access.Attempts.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.access.AccessRules.Explanation;
import io.apicredentials.access.PresentedSecret.Present;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private static final AccessRules ENABLED = rules(CredentialState.ENABLED, LISTED, SECRETS);
    private static final AccessRules DISABLED = rules(CredentialState.DISABLED, LISTED, SECRETS);
    private static final AccessRules UNREADABLE =
            new AccessRules(CredentialState.ENABLED, Optional.empty(), Optional.empty());
    private static final AccessRules DISABLED_AND_UNREADABLE =
            new AccessRules(CredentialState.DISABLED, Optional.empty(), Optional.empty());
    private static final AccessRules ANYWHERE = rules(CredentialState.ENABLED, "0.0.0.0/0", SECRETS);
    private static final AccessRules EXPIRED = expiring(CredentialState.ENABLED, NOW);
    private static final AccessRules DISABLED_AND_EXPIRED = expiring(CredentialState.DISABLED, NOW);

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
        AccessRules two = rules(CredentialState.ENABLED, LISTED, List.of(KNOWN, other));

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
        AccessRules rules = rules(CredentialState.ENABLED, LISTED, List.of(ending));

        assertThat(rules.decide(attempt(true, LISTED, RIGHT)))
                .isEqualTo(accepted ? new Admitted(ending) : new Refused(RefusalReason.SECRET_EXPIRED));
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
                arguments(RefusalReason.EXPIRED, EXPIRED, attempt(true, LISTED, RIGHT)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, UNREADABLE, attempt(true, LISTED, RIGHT)),
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
                arguments(RefusalReason.GRANT_NOT_ALLOWED, DISABLED_AND_UNREADABLE, attempt(false, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.DISABLED, DISABLED_AND_UNREADABLE, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.DISABLED, DISABLED_AND_EXPIRED, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.EXPIRED, EXPIRED, attempt(true, UNKNOWN, AMBIGUOUS)),
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, UNREADABLE, attempt(true, UNKNOWN, AMBIGUOUS)),
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
                        new Explanation(AccessCheck.EXPIRY, Optional.empty()),
                        new Explanation(AccessCheck.CONTENT, Optional.empty()),
                        new Explanation(AccessCheck.ADDRESS, Optional.of(RefusalReason.ADDRESS_NOT_ALLOWED)),
                        new Explanation(AccessCheck.ENVIRONMENT, Optional.empty()),
                        new Explanation(AccessCheck.SECRET, Optional.of(RefusalReason.UNKNOWN_SECRET)));
        assertThat(ENABLED.explain(attempt(true, LISTED, RIGHT)))
                .hasSize(AccessCheck.values().length)
                .allMatch(explanation -> explanation.refusal().isEmpty());
    }

    /** What explains is what decides: the first check that refuses says why, whatever the faults and their number. */
    @Test
    void explainAsTheyDecide() {
        for (AccessRules rules : List.of(
                ENABLED, DISABLED, UNREADABLE, DISABLED_AND_UNREADABLE, ANYWHERE, EXPIRED, DISABLED_AND_EXPIRED)) {
            for (String peer : List.of(LISTED, UNLISTED, "2001:db8::1")) {
                for (PresentedSecret presented : presentedSecrets()) {
                    AccessAttempt attempt = attempt(true, peer, presented);

                    assertThat(rules.explain(attempt).stream()
                                    .flatMap(explanation -> explanation.refusal().stream())
                                    .findFirst()
                                    .<AccessDecision>map(Refused::new)
                                    .orElse(new Admitted(KNOWN)))
                            .isEqualTo(rules.decide(attempt));
                }
            }
        }
    }

    @Test
    void explainThatNoAddressIsListedWhereTheListCannotBeRead() {
        assertThat(UNREADABLE.explain(attempt(true, LISTED, RIGHT)))
                .contains(
                        new Explanation(AccessCheck.ADDRESS, Optional.of(RefusalReason.ADDRESS_NOT_ALLOWED)),
                        new Explanation(AccessCheck.SECRET, Optional.of(RefusalReason.UNKNOWN_SECRET)));
    }

    /** What refuses every use is what refuses one from a listed address with the right secret. */
    @Test
    void refuseEveryUseForTheReasonThatStands() {
        for (AccessRules rules : List.of(
                ENABLED, DISABLED, UNREADABLE, DISABLED_AND_UNREADABLE, ANYWHERE, EXPIRED, DISABLED_AND_EXPIRED)) {
            AccessDecision decision = rules.decide(attempt(true, LISTED, RIGHT));

            assertThat(rules.standingRefusal(NOW)
                            .<AccessDecision>map(Refused::new)
                            .orElse(new Admitted(KNOWN)))
                    .isEqualTo(decision);
        }
    }
}
