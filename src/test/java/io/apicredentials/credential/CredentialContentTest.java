package io.apicredentials.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.TestPermissionSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialContentTest {

    private static final String NAME = "Production - Treasury Service";
    private static final String DESCRIPTION = "Reads balances for the treasury desk";
    private static final List<String> ADDRESSES = List.of("203.0.113.7", "198.51.100.0/24");
    private static final PermissionDraft READ_BALANCES = new PermissionDraft("balances", "read", "vault", "7e0f");

    private final PermissionSet wallets = TestPermissionSets.wallets();
    private final List<String> problems = new ArrayList<>();

    @Test
    void becomesContentWhenNothingIsWrong() {
        Optional<CredentialContent> content =
                check(wallets, draft(NAME, DESCRIPTION, ADDRESSES, List.of(READ_BALANCES)));

        assertThat(content).hasValueSatisfying(valid -> {
            assertThat(valid.name()).hasToString(NAME);
            assertThat(valid.description()).hasToString(DESCRIPTION);
            assertThat(valid.allowedIps().entries()).isEqualTo(ADDRESSES);
            assertThat(valid.permissions()).hasToString("balances:read:vault:7e0f");
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void losesTheWhiteSpaceAroundNameAndDescription() {
        Optional<CredentialContent> content =
                check(wallets, draft(" Treasury ", "\tReads balances\n", ADDRESSES, null));

        assertThat(content).hasValueSatisfying(valid -> {
            assertThat(valid.name()).hasToString("Treasury");
            assertThat(valid.description()).hasToString("Reads balances");
        });
    }

    @Test
    void needsNoDescription() {
        assertThat(check(wallets, draft(NAME, null, ADDRESSES, null)))
                .hasValueSatisfying(valid -> assertThat(valid.description()).isNull());
    }

    @Test
    void getsTheDefaultsOfItsSetWithoutPermissions() {
        assertThat(check(wallets, draft(NAME, null, ADDRESSES, null)))
                .map(CredentialContent::permissions)
                .contains(wallets.defaultPermissions());
    }

    @Test
    void getsNoDefaultsForAnEmptyListOfPermissions() {
        assertThat(check(wallets, draft(NAME, null, ADDRESSES, List.of()))).isEmpty();
        assertThat(problems).singleElement().asString().startsWith("permissions At least one permission is needed");
    }

    @Test
    void needsAName() {
        assertThat(check(wallets, draft(null, null, ADDRESSES, null))).isEmpty();
        assertThat(problems).containsExactly("name The name is missing; write 5 to 50 characters.");
    }

    @Test
    void needsAValidName() {
        assertThat(check(wallets, draft("abcd", null, ADDRESSES, null))).isEmpty();
        assertThat(problems).singleElement().asString().startsWith("name Its length is 4;");
    }

    @Test
    void needsAValidDescriptionIfAny() {
        assertThat(check(wallets, draft(NAME, "abcd", ADDRESSES, null))).isEmpty();
        assertThat(problems).singleElement().asString().startsWith("description Its length is 4;");
    }

    @Test
    void takesAnEmptyDescriptionForNone() {
        assertThat(check(wallets, draft(NAME, "", ADDRESSES, null)))
                .hasValueSatisfying(valid -> assertThat(valid.description()).isNull());
    }

    @Test
    void needsAnExplicitChoiceOfAddresses() {
        assertThat(check(wallets, draft(NAME, null, null, null))).isEmpty();
        assertThat(problems)
                .containsExactly("allowedIps The IP addresses are missing; write 1 to 6 IPv4 addresses or ranges, or"
                        + " 0.0.0.0/0 alone for all IP addresses.");
    }

    @Test
    void namesTheFieldsOfWrongAddressesAndPermissions() {
        PermissionDraft galaxy = new PermissionDraft("vault", "read", "galaxy", null);

        assertThat(check(
                        wallets,
                        draft(NAME, null, List.of("203.0.113.7", "localhost"), List.of(READ_BALANCES, galaxy))))
                .isEmpty();
        assertThat(fields()).containsExactly("allowedIps[1]", "permissions[1].scope");
    }

    @Test
    void reportsEverythingThatIsWrong() {
        PermissionDraft galaxy = new PermissionDraft("galaxy", "read", "org", null);

        check(wallets, draft("abcd", "abcd", List.of(), List.of(galaxy)));

        assertThat(fields()).containsExactly("name", "description", "allowedIps", "permissions[0].type");
    }

    @Test
    void isCheckedAsFarAsPossibleWithoutASet() {
        assertThat(check(null, draft("abcd", "abcd", List.of("localhost"), null)))
                .isEmpty();
        assertThat(fields()).containsExactly("name", "description", "allowedIps[0]");
    }

    @Test
    void becomesNothingWithoutASet() {
        assertThat(check(null, draft(NAME, DESCRIPTION, ADDRESSES, null))).isEmpty();
        assertThat(problems).isEmpty();
    }

    private Optional<CredentialContent> check(@Nullable PermissionSet set, CredentialContent.Draft draft) {
        return draft.check(set, problem -> problems.add(problem.place() + " " + problem.message()));
    }

    private List<String> fields() {
        return problems.stream()
                .map(problem -> problem.substring(0, problem.indexOf(' ')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T12:00:00Z, 600, ''",
        "'', 3600, ''",
        ", , ''",
        "tomorrow, 0, expiresAt tokenLifespan",
        "2027-01-31T12:00:00Z, 3601, tokenLifespan"
    })
    void endsAndHasShorterTokensWhereThatIsRight(@Nullable String end, @Nullable Integer lifespan, String wrongPlaces) {
        Optional<CredentialContent> content = check(
                wallets, new CredentialContent.Draft(NAME, null, ADDRESSES, null, Owner.Draft.NONE, end, lifespan));

        assertThat(content.isPresent()).isEqualTo(wrongPlaces.isEmpty());
        assertThat(problems.stream().map(problem -> problem.split(" ", 2)[0]))
                .containsExactly(wrongPlaces.isEmpty() ? new String[0] : wrongPlaces.split(" ", -1));
        content.ifPresent(valid -> {
            assertThat(valid.expiresAt().isPresent()).isEqualTo(end != null && !end.isEmpty());
            assertThat(valid.tokenLifespan().isPresent())
                    .as("the longest is none")
                    .isEqualTo(lifespan != null && lifespan < 3600);
        });
    }

    @Test
    void hasAnOwnerThatIsRight() {
        Owner.Draft wrong = new Owner.Draft("T", null, null);

        assertThat(check(wallets, new CredentialContent.Draft(NAME, null, ADDRESSES, null, wrong, null, null)))
                .isEmpty();
        assertThat(problems).singleElement().asString().startsWith("owner.team Its length is 1;");
        assertThat(CredentialContent.lifespanProblem().message())
                .isEqualTo("It must be a number of seconds from 60 to 3600, or left out.");
    }

    /** One that says nothing of an owner, an end and a lifespan. */
    private static CredentialContent.Draft draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> allowedIps,
            @Nullable List<PermissionDraft> permissions) {
        return new CredentialContent.Draft(name, description, allowedIps, permissions, Owner.Draft.NONE, null, null);
    }
}
