package io.apicredentials.access;

import static io.apicredentials.access.Attempts.KNOWN;
import static io.apicredentials.access.Attempts.LISTED;
import static io.apicredentials.access.Attempts.NOW;
import static io.apicredentials.access.Attempts.RIGHT;
import static io.apicredentials.access.Attempts.SECRETS;
import static io.apicredentials.access.Attempts.attempt;
import static io.apicredentials.access.Attempts.expiring;
import static io.apicredentials.access.Attempts.known;
import static io.apicredentials.access.Attempts.rules;
import static io.apicredentials.access.Attempts.secret;
import static io.apicredentials.access.Attempts.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.access.AccessRules.Explanation;
import io.apicredentials.access.PresentedSecret.Present;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In time and in its environment only. */
class AccessLimitsTest {

    /** The instant itself is the first at which it is refused. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.000000001Z, true",
        "2026-03-01T12:00:00Z, false",
        "2026-03-01T11:59:59.999999999Z, false"
    })
    void admitACredentialUntilItExpires(Instant end, boolean admitted) {
        assertThat(expiring(CredentialState.ENABLED, end).decide(attempt(true, LISTED, RIGHT)))
                .isEqualTo(admitted ? new Admitted(KNOWN) : new Refused(RefusalReason.EXPIRED));
    }

    @ParameterizedTest
    @CsvSource({
        "SANDBOX, SANDBOX, true",
        "SANDBOX, PRODUCTION, false",
        "PRODUCTION, SANDBOX, false",
        "PRODUCTION, , true",
        ", PRODUCTION, true",
        ", , true"
    })
    void admitASecretOfItsEnvironmentOnly(
            @Nullable Environment ofRealm, @Nullable Environment ofSecret, boolean admitted) {
        ClientSecret secret = secret(Optional.ofNullable(ofSecret), 1);
        KnownSecret known = known(secret, null);
        AccessRules rules = new AccessRules(
                CredentialState.ENABLED, terms(LISTED, List.of(known), Optional.empty()), Optional.ofNullable(ofRealm));

        assertThat(rules.decide(attempt(true, LISTED, new Present(secret))))
                .isEqualTo(admitted ? new Admitted(known) : new Refused(RefusalReason.WRONG_ENVIRONMENT));
    }

    /** It is refused for its environment before anything is compared. */
    @Test
    void tellNothingAboutASecretOfAnotherEnvironment() {
        AccessRules rules = new AccessRules(
                CredentialState.ENABLED, terms(LISTED, SECRETS, Optional.empty()), Optional.of(Environment.PRODUCTION));

        assertThat(rules.decide(attempt(true, LISTED, new Present(secret(Optional.of(Environment.SANDBOX), 9)))))
                .isEqualTo(new Refused(RefusalReason.WRONG_ENVIRONMENT));
    }

    /** Without a secret it is asked whether any that is in force would do. */
    @ParameterizedTest
    @CsvSource({"SANDBOX, SANDBOX, true", "SANDBOX, PRODUCTION, false", "PRODUCTION, , true", ", PRODUCTION, true"})
    void explainTheEnvironmentOfASecretThatIsNotPresented(
            @Nullable Environment ofRealm, @Nullable Environment ofSecret, boolean admitted) {
        KnownSecret known = known(secret(Optional.ofNullable(ofSecret), 1), null);
        AccessRules rules = new AccessRules(
                CredentialState.ENABLED, terms(LISTED, List.of(known), Optional.empty()), Optional.ofNullable(ofRealm));

        assertThat(rules.explainWithoutSecret(PeerAddress.parse(LISTED), NOW))
                .hasSize(AccessCheck.values().length - 1)
                .filteredOn(explanation -> explanation.refusal().isPresent())
                .isEqualTo(
                        admitted
                                ? List.of()
                                : List.of(new Explanation(
                                        AccessCheck.ENVIRONMENT, Optional.of(RefusalReason.WRONG_ENVIRONMENT))));
    }

    @Test
    void explainThatACredentialWithoutSecretHasNoneAndNotThatItIsOfAnotherEnvironment() {
        AccessRules rules = new AccessRules(
                CredentialState.ENABLED, terms(LISTED, List.of(), Optional.empty()), Optional.of(Environment.SANDBOX));

        assertThat(rules.explainWithoutSecret(PeerAddress.parse(LISTED), NOW))
                .filteredOn(explanation -> explanation.refusal().isPresent())
                .containsExactly(new Explanation(AccessCheck.CONTENT, Optional.of(RefusalReason.NO_SECRET)));
    }
}
