package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTermsTest {

    private final List<Problem> problems = new ArrayList<>();

    private Optional<DeliveryTerms> check(
            @Nullable String delivery, @Nullable String validFor, @Nullable Boolean addressBound) {
        return new DeliveryTerms.Draft(delivery, validFor, addressBound).check(problems::add);
    }

    private List<String> codes() {
        return problems.stream()
                .map(problem -> problem.place() + " " + problem.kind().code())
                .toList();
    }

    @Test
    void areNoneWhereNothingIsAskedFor() {
        assertThat(check(null, null, null)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void areADayFromAnyAddressUnlessTheySayMore() {
        assertThat(check("link", null, null)).contains(new DeliveryTerms(Duration.ofDays(1), false));
    }

    @ParameterizedTest
    @CsvSource({"PT5M,300", "PT300S,300", "PT24H,86400", "P1D,86400", "P7D,604800", "PT168H,604800", "P1DT12H,129600"})
    void haveTheTimeThatIsGiven(String validFor, long seconds) {
        assertThat(check("link", validFor, true)).contains(new DeliveryTerms(Duration.ofSeconds(seconds), true));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24h",
                "PT",
                "P1W",
                "P1M",
                "PT4M59S",
                "PT4M59.999S",
                "PT0S",
                "PT-1H",
                "-PT1H",
                "P7DT1S",
                "P31D",
                "PT99999999999999999999H",
                "1.5D",
                "P1.5D",
                "link"
            })
    void areRefusedForAnyOtherTime(String validFor) {
        assertThat(check("link", validFor, null)).isEmpty();
        assertThat(codes()).containsExactly("validFor link_validity");
    }

    @Test
    void areRefusedForAnotherWay() {
        assertThat(check("mail", null, null)).isEmpty();
        assertThat(codes()).containsExactly("delivery delivery_unknown");
    }

    @Test
    void areRefusedWithoutAWay() {
        assertThat(check(null, "PT1H", null)).isEmpty();
        assertThat(check(null, null, false)).isEmpty();
        assertThat(codes()).containsExactly("validFor delivery_missing", "addressBound delivery_missing");
        assertThat(problems.get(0).message()).startsWith("'validFor' is for a link only");
    }

    @Test
    void areRefusedInWordsThatRepeatWhatWasGiven() {
        check("mail", "tomorrow", null);

        assertThat(problems)
                .extracting(Problem::message)
                .satisfiesExactly(
                        way -> assertThat(way).startsWith("'mail' is not a way").contains("write link"),
                        time -> assertThat(time)
                                .startsWith("A link cannot be valid for 'tomorrow'")
                                .contains("from PT5M to P7D"));
    }

    @Test
    void areToldAllTheirProblemsAtOnce() {
        assertThat(check("mail", "tomorrow", null)).isEmpty();
        assertThat(codes()).containsExactly("delivery delivery_unknown", "validFor link_validity");
    }
}
