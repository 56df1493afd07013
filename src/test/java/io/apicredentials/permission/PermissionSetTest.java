package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(set.defaultPermissions().list()).allMatch(set::grants);
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
        assertThat(TestPermissionSets.wallets().grants(new Permission(type, action, scope, resource)))
                .isEqualTo(granted);
    }

    @Test
    void grantsEachTypeAndActionInOnePlace() {
        TestPermissionSets.Builder twice =
                TestPermissionSets.set("custom").grant("vault", "read", "org").grant("vault", "read", "vault");

        assertThatIllegalArgumentException().isThrownBy(twice::build).withMessageContaining("vault read");
    }

    static List<PermissionSet> everySet() {
        return TestPermissionSets.catalogue().sets();
    }
}
