package io.apicredentials.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ConsoleCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void isWhatWasGivenWithoutTheWhiteSpaceAround() {
        assertThat(check(" Treasury ", " treasury@example.com ", "f:store:7"))
                .contains(new Owner(
                        Optional.of("Treasury"), Optional.of("treasury@example.com"), Optional.of("f:store:7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void isNobodyWhereNothingIsGiven(String none) {
        @Nullable String given = none.isEmpty() ? "" : null;

        assertThat(check(given, given, given)).contains(Owner.NONE);
    }

    @ParameterizedTest
    @MethodSource
    void hasAnAddressOfMailThatTheConsoleAccepts(String contact) {
        assertThat(check(null, contact, null)).flatMap(Owner::contact).contains(contact.strip());
    }

    @ParameterizedTest
    @MethodSource
    void hasNothingElseForAContact(String contact) {
        assertThat(check(null, contact, null)).isEmpty();
        assertThat(problems).containsExactly(".contact owner_contact_malformed");
    }

    static Stream<String> hasAnAddressOfMailThatTheConsoleAccepts() {
        return ConsoleCases.read("form/contact-cases.json", "/accepted");
    }

    static Stream<String> hasNothingElseForAContact() {
        return ConsoleCases.read("form/contact-cases.json", "/refused");
    }

    @Test
    void hasNoContactLongerThanAnyAddressOfMail() {
        String label = "a".repeat(60) + ".";

        assertThat(check(null, "a@" + label.repeat(5) + "example", null)).isEmpty();
    }

    @Test
    void reportsEverythingThatIsWrong() {
        assertThat(check("T", "treasury", "a b")).isEmpty();
        assertThat(problems)
                .containsExactly(".team text_length", ".contact owner_contact_malformed", ".userId owner_user_unknown");
    }

    @ParameterizedTest
    @CsvSource({"TT, true", "T, false"})
    void hasATeamOfTwoCharactersAtLeast(String team, boolean accepted) {
        assertThat(check(team, null, null).isPresent()).isEqualTo(accepted);
    }

    private Optional<Owner> check(@Nullable String team, @Nullable String contact, @Nullable String userId) {
        return new Owner.Draft(team, contact, userId)
                .check(problem ->
                        problems.add(problem.place() + " " + problem.kind().code()));
    }
}
