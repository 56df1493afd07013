package io.apicredentials.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.access.PresentedSecret.Ambiguous;
import io.apicredentials.access.PresentedSecret.Missing;
import io.apicredentials.access.PresentedSecret.Present;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.SecretHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private static final ClientSecret SECRET = secret(1);
    private static final PresentedSecret RIGHT = new Present(SECRET);
    private static final PresentedSecret WRONG = new Present(secret(2));
    private static final PresentedSecret MISSING = new Missing();
    private static final PresentedSecret AMBIGUOUS = new Ambiguous();

    private static final String LISTED = "203.0.113.7";
    private static final String UNLISTED = "203.0.113.8";
    private static final @Nullable String UNKNOWN = null;

    private static final Optional<IpAllowList> ALLOWED = allowList(LISTED);
    private static final Optional<SecretHash> HASH =
            Optional.of(SecretHash.of(SECRET, new byte[SecretHash.SALT_BYTES]));

    private static final AccessRules ENABLED = new AccessRules(true, ALLOWED, HASH);
    private static final AccessRules DISABLED = new AccessRules(false, ALLOWED, HASH);
    private static final AccessRules WITHOUT_ADDRESSES = new AccessRules(true, Optional.empty(), HASH);
    private static final AccessRules WITHOUT_HASH = new AccessRules(true, ALLOWED, Optional.empty());
    private static final AccessRules DISABLED_AND_EMPTY = new AccessRules(false, Optional.empty(), Optional.empty());

    @Test
    void admitTheRightSecretFromAListedAddress() {
        assertThat(ENABLED.decide(attempt(true, LISTED, RIGHT))).isEqualTo(new Admitted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1", "::ffff:198.51.100.1", "2001:db8::1"})
    void admitTheRightSecretFromAnywhereWhenAllAddressesAreAllowed(String peer) {
        AccessRules anywhere = new AccessRules(true, allowList("0.0.0.0/0"), HASH);

        assertThat(anywhere.decide(attempt(true, peer, RIGHT))).isEqualTo(new Admitted());
    }

    @Test
    void refuseAnUnknownAddressEvenWhenAllAddressesAreAllowed() {
        AccessRules anywhere = new AccessRules(true, allowList("0.0.0.0/0"), HASH);

        assertThat(anywhere.decide(attempt(true, UNKNOWN, RIGHT)))
                .isEqualTo(new Refused(RefusalReason.ADDRESS_UNKNOWN));
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
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_HASH, attempt(true, LISTED, RIGHT)),
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
                arguments(RefusalReason.UNREADABLE_CREDENTIAL, WITHOUT_HASH, attempt(true, UNLISTED, AMBIGUOUS)),
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

    private static AccessAttempt attempt(boolean purposeAllowed, @Nullable String peer, PresentedSecret presented) {
        return new AccessAttempt(purposeAllowed, PeerAddress.parse(peer), presented);
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
