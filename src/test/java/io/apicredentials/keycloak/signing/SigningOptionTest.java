package io.apicredentials.keycloak.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningOptionTest {

    @ParameterizedTest
    @CsvSource({"bouncy-castle, BOUNCY_CASTLE", "corretto, CORRETTO", "keycloak, KEYCLOAK"})
    void readsItsWords(String word, SigningChoice choice) {
        assertThat(SigningOption.read(word)).isEqualTo(choice);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "jdk", "Corretto", "corretto "})
    void takesTheDefaultForAnythingElse(String word) {
        assertThat(SigningOption.read(word)).isEqualTo(SigningChoice.BOUNCY_CASTLE);
    }

    @Test
    void signsByItselfIfToldSo() {
        assertThat(SigningChoice.KEYCLOAK.load()).isEqualTo(Optional.empty());
    }

    @Test
    void knowsWhenTheNativeLibraryIsNotThere() {
        assertThat(SigningChoice.CORRETTO.load()).isEqualTo(Optional.empty());
    }
}
