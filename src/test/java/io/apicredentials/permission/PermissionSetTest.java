package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionSetTest {

    @Test
    void hasItsDefaultsAtOrganisationScopeForEveryResource() {
        assertThat(TestPermissionSets.monitoring().defaultPermissions())
                .hasToString("webhook:create:org:* webhook:read:org:* webhook:update:org:* webhook:delete:org:*"
                        + " audit:read:org:* transaction:read:org:*");
    }

    @ParameterizedTest
    @MethodSource("everySet")
    void hasOneDefaultForEachTypeAndAction(PermissionSet set) {
        assertThat(set.defaultPermissions().list())
                .extracting(Permission::type, Permission::action)
                .containsExactlyElementsOf(set.catalogue().stream()
                        .map(grant -> Tuple.tuple(grant.type(), grant.action()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everySet")
    void grantsItsDefaults(PermissionSet set) {
        List<PermissionDraft> defaults = set.defaultPermissions().list().stream()
                .map(permission -> new PermissionDraft(
                        permission.type(), permission.action(), permission.scope(), permission.resource()))
                .toList();

        assertThat(grants(set, defaults)).isTrue();
    }

    @Test
    void hasNoDefaultForWhatTheOrganisationScopeDoesNotHave() {
        PermissionSet set = TestPermissionSets.set("custom")
                .grant("vault", "read", "org", "vault")
                .grant("vault", "seal", "vault")
                .build();

        assertThat(set.defaultPermissions()).hasToString("vault:read:org:*");
    }

    @ParameterizedTest
    @CsvSource({
        "vault, create, org, , true",
        "vault, create, vault, , false",
        "vault, delete, org, , false",
        "key, delete, key, 7e0f, true",
        "key, create, key, , false",
        "balances, read, vault, 7e0f, true",
        "balances, update, vault, , false",
        "transaction, read, org, , false",
        "audit, read, org, , false"
    })
    void grantsWhatItsCatalogueHasAndNothingElse(
            String type, String action, String scope, @Nullable String resource, boolean granted) {
        List<PermissionDraft> one = List.of(new PermissionDraft(type, action, scope, resource));

        assertThat(grants(TestPermissionSets.wallets(), one)).isEqualTo(granted);
    }

    @Test
    void grantsEachTypeAndActionInOnePlace() {
        TestPermissionSets.Builder twice =
                TestPermissionSets.set("custom").grant("vault", "read", "org").grant("vault", "read", "vault");

        assertThatIllegalArgumentException().isThrownBy(twice::build).withMessageContaining("vault read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wallets", "my wallets", "wallets:"})
    void isNamedByAWord(String type) {
        TestPermissionSets.Builder builder = TestPermissionSets.set(type).grant("vault", "read", "org");

        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void hasAtLeastOneDefault() {
        TestPermissionSets.Builder empty = TestPermissionSets.set("custom");
        TestPermissionSets.Builder narrow = TestPermissionSets.set("custom").grant("vault", "read", "vault");

        assertThatIllegalArgumentException().isThrownBy(empty::build);
        assertThatIllegalArgumentException().isThrownBy(narrow::build);
    }

    @Test
    void hasNoMoreDefaultsThanACredentialMayHold() {
        TestPermissionSets.Builder builder = TestPermissionSets.set("custom");
        IntStream.rangeClosed(0, Permissions.MAX_ENTRIES).forEach(number -> builder.grant("t" + number, "read", "org"));

        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    private static boolean grants(PermissionSet set, List<PermissionDraft> drafts) {
        return set.check(drafts, problem -> {}).isPresent();
    }

    static List<PermissionSet> everySet() {
        return TestPermissionSets.catalogue().sets();
    }
}
