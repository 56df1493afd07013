package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.apicredentials.keycloak.json.Problems;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.services.ErrorResponseException;

/** The parameters of a resource that comes in pages. */
class PageTest {

    @Test
    void isTheFirstTwentyUnlessToldOtherwise() {
        assertThat(read(Map.of())).isEqualTo(new Page(0, 20));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "20, 100", "2147483647, 20"})
    void isWhatIsAskedFor(int first, int max) {
        assertThat(read(Map.of("first", "" + first, "max", "" + max))).isEqualTo(new Page(first, max));
    }

    @ParameterizedTest
    @CsvSource({"first, -1", "first, 2147483648", "first, ''", "max, 0", "max, 101", "max, 1e1", "page, 1"})
    void refusesAnythingElse(String name, String value) {
        assertThat(errors(Map.of(name, value))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(name);
            assertThat(error.params().get(0)).isEqualTo(value);
        });
    }

    @Test
    void tellsEverythingAtOnce() {
        assertThat(errors(Map.of("first", "a", "max", "b", "other", "c")))
                .extracting(Problems.Entry::field)
                .containsExactlyInAnyOrder("first", "max", "other");
    }

    private static List<Problems.Entry> errors(Map<String, String> query) {
        ErrorResponseException refusal = assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> read(query))
                .actual();
        return ((Problems.Answer) refusal.getResponse().getEntity()).errors();
    }

    private static Page read(Map<String, String> query) {
        MultivaluedHashMap<String, String> all = new MultivaluedHashMap<>();
        query.forEach(all::putSingle);
        return Page.read(all);
    }
}
