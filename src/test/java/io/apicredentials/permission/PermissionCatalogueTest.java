package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.apicredentials.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCatalogueTest {

    private final PermissionCatalogue catalogue = TestPermissionSets.catalogue();

    @Test
    void offersItsSetsInOrder() {
        assertThat(catalogue.types()).containsExactly("wallets", "transactions", "controls", "monitoring");
    }

    @Test
    void findsASetByItsType() {
        assertThat(catalogue.find("monitoring").map(PermissionSet::type)).contains("monitoring");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wallets", "wallet", "wallets "})
    void findsNothingByAnyOtherText(String type) {
        assertThat(catalogue.find(type)).isEmpty();
    }

    @Test
    void whatItOffersIsNoViolation() {
        PermissionSet wallets = TestPermissionSets.wallets();

        assertThat(catalogue.violations("wallets", wallets.defaultPermissions()))
                .isEmpty();
        assertThat(catalogue.violations("wallets", held("balances:read:vault:7e0f")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wallets galaxy:read:org:*",
                "wallets vault:delete:org:*",
                "wallets vault:create:vault:*",
                "other vault:read:org:*"
            })
    void namesWhatItDoesNotOffer(String setAndPermission) {
        String[] parts = setAndPermission.split(" ", -1);

        List<Problem> violations = catalogue.violations(parts[0], held("vault:read:vault:* " + parts[1]));

        assertThat(violations)
                .filteredOn(violation -> violation.details().contains(parts[1]))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.place()).isEqualTo("permissions[1]");
                    assertThat(violation.kind().code()).isEqualTo("permission_not_in_catalogue");
                });
    }

    private static Permissions held(String permissions) {
        return Permissions.parse(permissions).orElseThrow();
    }

    @Test
    void holdsSetsOfDifferentTypes() {
        List<PermissionSet> sets = List.of(TestPermissionSets.wallets(), TestPermissionSets.controls());

        assertThat(new PermissionCatalogue(sets).sets()).isEqualTo(sets);
    }

    @Test
    void hasAtLeastOneSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PermissionCatalogue(List.of()));
    }

    @Test
    void hasEachTypeOnce() {
        PermissionSet wallets = TestPermissionSets.wallets();

        assertThatIllegalArgumentException().isThrownBy(() -> new PermissionCatalogue(List.of(wallets, wallets)));
    }
}
