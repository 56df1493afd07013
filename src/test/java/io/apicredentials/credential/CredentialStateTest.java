package io.apicredentials.credential;

import static io.apicredentials.credential.CredentialState.DISABLED;
import static io.apicredentials.credential.CredentialState.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.credential.CredentialState.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialStateTest {

    @Test
    void isWhatTheSwitchOfTheClientSays() {
        assertThat(CredentialState.of(true, true)).isEqualTo(ENABLED);
        assertThat(CredentialState.of(false, true)).isEqualTo(DISABLED);
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLED, ENABLED, FROM_ANY_STATE, true",
        "ENABLED, DISABLED, FROM_ANY_STATE, true",
        "DISABLED, DISABLED, FROM_ANY_STATE, true",
        "DISABLED, ENABLED, FROM_ANY_STATE, false",
        "ENABLED, ENABLED, DELIBERATE, true",
        "ENABLED, DISABLED, DELIBERATE, true",
        "DISABLED, DISABLED, DELIBERATE, true",
        "DISABLED, ENABLED, DELIBERATE, true"
    })
    void onlyADeliberateChangeEnables(CredentialState from, CredentialState to, Change change, boolean allowed) {
        assertThat(from.mayBecome(to, change)).isEqualTo(allowed);
    }
}
