package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update starts from the state that its time of the last change names, however the client writes that time. */
class StaleUpdateTest {

    private static final String LAST_CHANGE = "2026-11-24T09:30:00.120Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T09:30:00.120Z",
                // Go
                "2026-11-24T09:30:00.12Z",
                // Python
                "2026-11-24T09:30:00.120000+00:00",
                // .NET
                "2026-11-24T09:30:00.1200000Z",
                // Java
                "2026-11-24T09:30:00.120000000Z",
                "2026-11-24T10:30:00.120+01:00",
                ""
            })
    void takesTheSameInstant(String updatedAt) {
        assertThat(acceptsEdit(LAST_CHANGE, updatedAt)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T09:30:00.119Z",
                "2026-11-24T09:30:00.121Z",
                "2026-11-24T09:30:00Z",
                "2026-11-24T09:30:00.120+01:00",
                "2026-11-24T09:30:00.120",
                "2026-11-24",
                "1795512600",
                "now",
                " "
            })
    void refusesAnyOther(String updatedAt) {
        assertThat(acceptsEdit(LAST_CHANGE, updatedAt)).isFalse();
    }

    /** An import may have left more digits than a client can keep. */
    @Test
    void takesAnInstantToTheMillisecond() {
        assertThat(acceptsEdit("2026-11-24T09:30:00.120123456Z", "2026-11-24T09:30:00.120123Z"))
                .isTrue();
    }

    private static boolean acceptsEdit(String present, String given) {
        return RequestBodies.acceptsUpdate(
                present,
                ("{\"name\":\"Edited\",\"allowedIps\":[\"203.0.113.7\"],\"updatedAt\":\"" + given
                        + "\",\"permissions\":[{\"type\":\"vault\",\"action\":\"read\",\"scope\":\"org\"}]}"));
    }
}
