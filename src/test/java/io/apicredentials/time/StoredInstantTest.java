package io.apicredentials.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredInstantTest {

    @Test
    void isReadUpToTheYear9999() {
        assertThat(StoredInstant.parse("9999-12-31T23:59:59Z")).contains(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "2026-03-01",
                "9999-12-31T23:59:59.000000001Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(StoredInstant.parse(text)).isEmpty();
    }
}
