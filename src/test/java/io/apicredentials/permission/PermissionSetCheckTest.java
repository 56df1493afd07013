package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionSetCheckTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void makesABalanceReaderOfOneVault() {
        String vault = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

        assertThat(check(TestPermissionSets.wallets(), draft("balances", "read", "vault", vault)))
                .contains(new Permissions(List.of(new Permission("balances", "read", "vault", vault))));
        assertThat(problems).isEmpty();
    }

    @Test
    void makesATransactionMonitorOfTheReadingDefaults() {
        PermissionSet monitoring = TestPermissionSets.monitoring();
        PermissionDraft[] reading = monitoring.defaultPermissions().list().stream()
                .filter(permission -> permission.action().equals("read"))
                .map(permission -> draft(permission.type(), permission.action(), permission.scope(), null))
                .toArray(PermissionDraft[]::new);

        Optional<Permissions> monitor = check(monitoring, reading);

        assertThat(monitor)
                .map(Permissions::toString)
                .contains("webhook:read:org:* audit:read:org:* transaction:read:org:*");
    }

    @Test
    void keepsTheOrderGiven() {
        assertThat(check(
                        TestPermissionSets.wallets(),
                        draft("vault", "read", "vault", "b"),
                        draft("vault", "read", "org", null),
                        draft("vault", "read", "vault", "a")))
                .map(Permissions::toString)
                .contains("vault:read:vault:b vault:read:org:* vault:read:vault:a");
    }

    @ParameterizedTest
    @CsvSource({
        "galaxy, read, org, [0].type 'galaxy' is not a type of wallets; choose one of: vault key balances.",
        ", read, org, [0].type The permission has no type; choose one of: vault key balances.",
        "transaction, read, org, [0].type 'transaction' is not a type of wallets; choose one of: vault key balances.",
        "vault, delete, org, [0].action 'delete' is not an action of vault; choose one of: create read update.",
        "vault, , org, [0].action The permission has no action; choose one of: create read update.",
        "vault, read, key, [0].scope 'key' is not a scope of vault read; choose one of: org vault.",
        "vault, read, , [0].scope The permission has no scope; choose one of: org vault.",
        "vault, create, vault, [0].scope 'vault' is not a scope of vault create; choose one of: org.",
        "'', read, org, [0].type '' is not a type of wallets; choose one of: vault key balances.",
        "VAULT, read, org, [0].type 'VAULT' is not a type of wallets; choose one of: vault key balances."
    })
    void refusesWhatItsCatalogueDoesNotHave(
            @Nullable String type, @Nullable String action, @Nullable String scope, String problem) {
        assertThat(check(TestPermissionSets.wallets(), draft(type, action, scope, null)))
                .isEmpty();
        assertThat(problems).extracting(text -> text.replace(",", "")).containsExactly(problem);
    }

    @Test
    void refusesAResourceInTheScopeOfTheOrganisation() {
        assertThat(check(TestPermissionSets.wallets(), draft("vault", "read", "org", "7e0f")))
                .isEmpty();
        assertThat(problems)
                .containsExactly("[0].resource A permission in scope org has no resource; leave it out or choose a"
                        + " narrower scope.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "a b", "a/b", "ü", "a\n", "\ud83d\ude80", "\ud83d"})
    void refusesAResourceWithOtherCharactersOrNone(String resource) {
        assertThat(check(TestPermissionSets.wallets(), draft("vault", "read", "vault", resource)))
                .isEmpty();
        assertThat(problems)
                .containsExactly("[0].resource '" + resource
                        + "' is not a resource id; write 1 to 64 letters, digits or any of . _ : - or leave it out for every"
                        + " resource.");
    }

    @Test
    void acceptsAResourceOf64CharactersAndNoLonger() {
        PermissionSet wallets = TestPermissionSets.wallets();

        assertThat(check(wallets, draft("vault", "read", "vault", "x".repeat(64))))
                .isPresent();
        assertThat(check(wallets, draft("vault", "read", "vault", "x".repeat(65))))
                .isEmpty();
        assertThat(problems).singleElement().asString().contains("'" + "x".repeat(64) + "…' is not a resource id");
    }

    @Test
    void repeatsAllOfATextAsLongAsAnyResource() {
        check(TestPermissionSets.wallets(), draft("x".repeat(64), "read", "org", null));

        assertThat(problems).singleElement().asString().startsWith("[0].type '" + "x".repeat(64) + "' is not a type");
    }

    @Test
    void acceptsEveryCharacterThatAResourceMayHave() {
        assertThat(check(TestPermissionSets.wallets(), draft("vault", "read", "vault", "AZaz09._:-")))
                .isPresent();
    }

    @Test
    void refusesAPermissionListedTwice() {
        assertThat(check(
                        TestPermissionSets.wallets(),
                        draft("vault", "read", "org", null),
                        draft("key", "read", "org", null),
                        draft("vault", "read", "org", null)))
                .isEmpty();
        assertThat(problems)
                .containsExactly("[2] The permission vault:read:org:* is listed twice; list each one once.");
    }

    @Test
    void refusesAnEmptyListAndTellsHowToGetTheDefaults() {
        assertThat(check(TestPermissionSets.wallets())).isEmpty();
        assertThat(problems)
                .containsExactly(" At least one permission is needed; leave the permissions out to get the defaults of"
                        + " the set wallets.");
    }

    @Test
    void accepts100Permissions() {
        assertThat(check(TestPermissionSets.wallets(), readersOfVaults(100)))
                .hasValueSatisfying(
                        permissions -> assertThat(permissions.list()).hasSize(100));
    }

    @Test
    void refusesMoreThan100Permissions() {
        assertThat(check(TestPermissionSets.wallets(), readersOfVaults(101))).isEmpty();
        assertThat(problems)
                .containsExactly(" There are 101 permissions; at most 100 are allowed, so use a wider scope or split"
                        + " the credential.");
    }

    @Test
    void reportsWrongPermissionsOfALongListToo() {
        PermissionDraft[] drafts = readersOfVaults(101);
        drafts[100] = draft("galaxy", "read", "org", null);

        assertThat(check(TestPermissionSets.wallets(), drafts)).isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith(" There are 101 permissions");
        assertThat(problems.get(1)).startsWith("[100].type 'galaxy' is not a type");
    }

    @Test
    void reportsEveryWrongPermission() {
        check(
                TestPermissionSets.wallets(),
                draft("galaxy", "read", "org", null),
                draft("vault", "read", "org", null),
                draft("vault", "read", "org", "7e0f"));

        assertThat(places()).containsExactly("[0].type", "[2].resource");
    }

    @Test
    void reportsEveryMissingPartOfAPermission() {
        check(TestPermissionSets.wallets(), draft(null, null, null, null));

        assertThat(problems)
                .containsExactly(
                        "[0].type The permission has no type; choose one of: vault, key, balances.",
                        "[0].action The permission has no action; choose one of: create, read, update, delete.",
                        "[0].scope The permission has no scope; choose one of: org, vault, key.");
    }

    @Test
    void reportsEveryWrongPartOfAPermission() {
        check(TestPermissionSets.wallets(), draft("galaxy", "explore", "universe", "a/b"));

        assertThat(places()).containsExactly("[0].type", "[0].action", "[0].scope", "[0].resource");
    }

    /** What is right says which choices there are; what is wrong leaves all. */
    @ParameterizedTest
    @CsvSource({
        "galaxy, read, universe, of read; choose one of: org vault key.",
        "vault, explore, universe, of vault; choose one of: org vault.",
        "galaxy, explore, universe, of wallets; choose one of: org vault key.",
        "vault, create, universe, of vault create; choose one of: org."
    })
    void offersTheChoicesThatTheRightPartsLeave(String type, String action, String scope, String offer) {
        check(TestPermissionSets.wallets(), draft(type, action, scope, null));

        assertThat(problems)
                .last()
                .asString()
                .satisfies(problem ->
                        assertThat(problem.replace(",", "")).isEqualTo("[0].scope 'universe' is not a scope " + offer));
    }

    @Test
    void repeatsNoHalfOfASurrogatePair() {
        String type = "x".repeat(63) + "\ud83d\ude80\ud83d\ude80";

        check(TestPermissionSets.wallets(), draft(type, "read", "org", null));

        assertThat(problems).singleElement().asString().startsWith("[0].type '" + "x".repeat(63) + "\ud83d\ude80…' is");
    }

    private Optional<Permissions> check(PermissionSet set, PermissionDraft... drafts) {
        return set.check(List.of(drafts), problem -> problems.add(problem.place() + " " + problem.message()));
    }

    private Stream<String> places() {
        return problems.stream().map(problem -> problem.substring(0, problem.indexOf(' ')));
    }

    private static PermissionDraft[] readersOfVaults(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> draft("vault", "read", "vault", "v" + number))
                .toArray(PermissionDraft[]::new);
    }

    private static PermissionDraft draft(
            @Nullable String type, @Nullable String action, @Nullable String scope, @Nullable String resource) {
        return new PermissionDraft(type, action, scope, resource);
    }
}
