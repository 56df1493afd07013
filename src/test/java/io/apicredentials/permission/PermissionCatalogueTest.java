package io.apicredentials.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
