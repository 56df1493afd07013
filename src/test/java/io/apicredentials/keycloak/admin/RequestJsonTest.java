package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON between systems is UTF-8 (RFC 8259 8.1), and a text that two readers decode differently is two texts. */
class RequestJsonTest {

    private static final String REQUEST =
            "{\"permissionSet\":\"monitoring\",\"name\":\"Auditor\",\"allowedIps\":[\"203.0.113.7\"]}";

    @Test
    void readsUtf8() {
        assertThat(RequestBodies.acceptsCreation(
                        REQUEST.replace("Auditor", "Pr\u00fcfer").getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    /** RFC 8259 8.1 allows to ignore it. */
    @Test
    void ignoresAByteOrderMark() {
        assertThat(RequestBodies.acceptsCreation(("\ufeff" + REQUEST).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\ufeff\ufeff{}", "{\ufeff}"})
    void readsNoOtherMark(String body) {
        assertThat(RequestBodies.acceptsCreation(body.replace("{}", REQUEST).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void readsNoOtherEncoding(String charset) {
        assertThat(RequestBodies.acceptsCreation(REQUEST.getBytes(Charset.forName(charset))))
                .isFalse();
    }

    @Test
    void readsNoLongerFormOfACharacter() {
        String overlong = REQUEST.replace("Auditor", "\u00c1\u00a1uditor");
        String surrogates = REQUEST.replace("Auditor", "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080uditor");

        assertThat(RequestBodies.acceptsCreation(overlong.getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(RequestBodies.acceptsCreation(surrogates.getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @Test
    void readsNoEscapeWithADigitOfAnotherScript() {
        String arabic = REQUEST.replace("Auditor", "\\u00e\u0661uditor");

        assertThat(RequestBodies.acceptsCreation(arabic.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
