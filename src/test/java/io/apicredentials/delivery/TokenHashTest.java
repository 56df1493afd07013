package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

    private static final String STORED = "SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkE";

    @Test
    void isReadAsItIsStored() {
        assertThat(TokenHash.parse(STORED)).map(TokenHash::encoded).contains(STORED);
    }

    /** The decoder reads several texts as the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {STORED + "=", "SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkF"})
    void isNotReadFromAnotherSpelling(String text) {
        assertThat(TokenHash.parse(text)).isEmpty();
    }
}
