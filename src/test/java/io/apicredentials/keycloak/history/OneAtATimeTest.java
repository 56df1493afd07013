package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final OneAtATime tasks = new OneAtATime();

    @Test
    void doesTheSameOnceAtATimeAndOthersMeanwhile() {
        assertThat(tasks.attempt("a", () -> {
                    assertThat(tasks.attempt("a", () -> "second")).isEmpty();
                    assertThat(tasks.attempt("b", () -> "other")).contains("other");
                    return "first";
                }))
                .contains("first");
    }

    @Test
    void doesItAgainAfterItWasDoneOrFailed() {
        assertThatThrownBy(() -> tasks.attempt("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(tasks.attempt("a", () -> 1)).contains(1);
        assertThat(tasks.attempt("a", () -> 2)).contains(2);
    }
}
