package io.apicredentials.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.TestPermissionSets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueDraftTest {

    private static final GrantDraft READ = grant("vault", "read", "org", "vault");

    private final List<String> problems = new ArrayList<>();

    @Test
    void makesTheSetsInTheirOrder() {
        Optional<PermissionCatalogue> checked =
                check(set("wallets", READ), set("controls", grant("policy", "read", "org")));

        assertThat(checked)
                .contains(new PermissionCatalogue(List.of(
                        TestPermissionSets.set("wallets")
                                .named("Name of wallets", "Description")
                                .grant("vault", "read", "org", "vault")
                                .build(),
                        TestPermissionSets.set("controls")
                                .named("Name of controls", "Description")
                                .grant("policy", "read", "org")
                                .build())));
        assertThat(problems).isEmpty();
    }

    @Test
    void dropsTheWhiteSpaceAroundTexts() {
        assertThat(check(new SetDraft("wallets", " Wallets\t", "\nMany ", List.of(READ))))
                .map(catalogue -> catalogue.sets().get(0))
                .hasValueSatisfying(set -> {
                    assertThat(set.name()).isEqualTo("Wallets");
                    assertThat(set.description()).isEqualTo("Many");
                });
    }

    @Test
    void needsASet() {
        assertThat(check()).isEmpty();
        assertThat(problems).containsExactly(" The list is empty; write at least one entry.");
    }

    @Test
    void hasAtMost20Sets() {
        assertThat(check(sets(20))).isPresent();
        assertThat(check(sets(21))).isEmpty();
        assertThat(problems).containsExactly(" There are 21 entries; at most 20 are allowed.");
    }

    @Test
    void hasEachSetOnce() {
        assertThat(check(set("wallets", READ), set("other", READ), set("wallets", READ)))
                .isEmpty();
        assertThat(problems).containsExactly("[2] The entry wallets is listed twice; list it once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wallets", "my wallets", "wallets:", "1wallet", "w\u00e4llet"})
    void namesASetByAWord(String type) {
        assertThat(check(set(type, READ))).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[0].type '" + type
                                + "' is not allowed; write 1 to 64 lower-case letters, digits, - and _, starting with a letter.");
    }

    @Test
    void asksForEverythingThatIsMissing() {
        assertThat(check(new SetDraft(null, null, null, null))).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[0].type It is missing; write lower-case letters, digits, - and _, starting with a letter.",
                        "[0].name It is missing; write 2 to 50 characters.",
                        "[0].description It is missing; write 2 to 50 characters.",
                        "[0].catalogue The list is empty; write at least one entry.");
    }

    @ParameterizedTest
    @CsvSource({
        "T, [0].name Its length is 1; write 2 to 50 characters; not counting white space around them.",
        "' T ', [0].name Its length is 1; write 2 to 50 characters; not counting white space around them.",
        "123456789012345678901234567890123456789012345678901,"
                + " [0].name Its length is 51; write 2 to 50 characters; not counting white space around them.",
        "T\u202eT, [0].name It contains a control or invisible character; write printable characters only."
    })
    void hasNamesThatPeopleCanRead(String name, String problem) {
        assertThat(check(new SetDraft("wallets", name, "Description", List.of(READ))))
                .isEmpty();
        assertThat(problems).containsExactly(problem.replace("characters; not", "characters, not"));
    }

    @Test
    void hasAtMost100Grants() {
        assertThat(check(set("wallets", grants(100)))).isPresent();
        assertThat(check(set("wallets", grants(101)))).isEmpty();
        assertThat(problems).containsExactly("[0].catalogue There are 101 entries; at most 100 are allowed.");
    }

    @Test
    void grantsEachTypeAndActionInOnePlace() {
        assertThat(check(set("wallets", READ, grant("vault", "read", "vault")))).isEmpty();
        assertThat(problems).containsExactly("[0].catalogue[1] The entry vault read is listed twice; list it once.");
    }

    @Test
    void asksForTheWordsOfAGrant() {
        assertThat(check(set("wallets", READ, new GrantDraft(null, "Read", Collections.singletonList(null)))))
                .isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[0].catalogue[1].type It is missing; write lower-case letters, digits, - and _, starting"
                                + " with a letter.",
                        "[0].catalogue[1].action 'Read' is not allowed; write 1 to 64 lower-case letters, digits, - and _,"
                                + " starting with a letter.",
                        "[0].catalogue[1].scopes[0] It is missing; write lower-case letters, digits, - and _,"
                                + " starting with a letter.");
    }

    @Test
    void asksForScopes() {
        assertThat(check(set("wallets", READ, new GrantDraft("vault", "create", null), grant("vault", "update"))))
                .isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[0].catalogue[1].scopes The list is empty; write at least one entry.",
                        "[0].catalogue[2].scopes The list is empty; write at least one entry.");
    }

    @Test
    void hasAtMost10DifferentScopesOfAGrant() {
        String[] eleven =
                IntStream.range(0, 11).mapToObj(number -> "s" + number).toArray(String[]::new);

        assertThat(check(set("wallets", READ, grant("key", "read", eleven)))).isEmpty();
        assertThat(check(set("wallets", READ, grant("key", "read", "vault", "org", "vault"))))
                .isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[0].catalogue[1].scopes There are 11 entries; at most 10 are allowed.",
                        "[0].catalogue[1].scopes[2] The entry vault is listed twice; list it once.");
    }

    @Test
    void hasDefaultPermissions() {
        assertThat(check(set("wallets", grant("vault", "read", "vault")))).isEmpty();
        assertThat(problems)
                .containsExactly("[0].catalogue Nothing in the set wallets can be granted in scope org, so it has no"
                        + " default permissions; give at least one action the scope org.");
    }

    private Optional<PermissionCatalogue> check(SetDraft... sets) {
        return new CatalogueDraft(List.of(sets))
                .check(problem -> problems.add(problem.place() + " " + problem.message()));
    }

    private static SetDraft[] sets(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> set("set" + number, READ))
                .toArray(SetDraft[]::new);
    }

    private static GrantDraft[] grants(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> grant("type" + number, "read", "org"))
                .toArray(GrantDraft[]::new);
    }

    private static SetDraft set(@Nullable String type, GrantDraft... grants) {
        return new SetDraft(
                type, "Name of " + type, "Description", Stream.of(grants).toList());
    }

    private static GrantDraft grant(String type, String action, String... scopes) {
        return new GrantDraft(type, action, List.of(scopes));
    }
}
