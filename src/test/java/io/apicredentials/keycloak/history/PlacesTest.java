package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(3, 2);

    @Test
    void areSoManyForOne() {
        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isEmpty();
        assertThat(places.take("b")).isPresent();
    }

    @Test
    void areSoManyForAll() {
        places.take("a");
        places.take("b");
        places.take("c");
        assertThat(places.take("d")).isEmpty();
    }

    @Test
    void workHasAPlaceUntilItIsDoneOrHasFailed() {
        Places one = new Places(2, 1);
        assertThat(one.attempt("a", () -> {
                    assertThat(one.attempt("a", () -> "second")).isEmpty();
                    assertThat(one.attempt("b", () -> {
                                assertThat(one.attempt("c", () -> "third")).isEmpty();
                                return "other";
                            }))
                            .contains("other");
                    return "first";
                }))
                .contains("first");
        assertThatThrownBy(() -> one.attempt("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(one.attempt("a", () -> 1)).contains(1);
    }

    @Test
    void areThereAgainOnceTheyAreGivenBackAndNoOftener() {
        Runnable first = places.take("a").orElseThrow();
        assertThat(places.take("a")).isPresent();
        first.run();
        first.run();
        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isEmpty();
    }
}
