package io.apicredentials.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.TestPermissionSets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a realm attribute says: exactly permission sets, or nothing. */
class CatalogueTextTest {

    private static final String SET = """
            {"type":"trading","name":"Trading","description":"Orders","catalogue":[{"type":"order","action":"read",\
            "scopes":["org"]}]}""";
    private static final PermissionCatalogue CATALOGUE =
            new PermissionCatalogue(List.of(TestPermissionSets.set("trading")
                    .named("Trading", "Orders")
                    .grant("order", "read", "org")
                    .build()));

    @Test
    void readsWhatItWrites() {
        assertThat(CatalogueText.format(CATALOGUE)).isEqualTo("[" + SET + "]");
        assertThat(CatalogueText.parse("[" + SET + "]")).contains(CATALOGUE);
    }

    @Test
    void readsWhatAnAnswerHasBesides() {
        String answer = SET.replace("\"catalogue\"", "\"defaultPermissions\":[{\"type\":\"order\"}],\"catalogue\"");

        assertThat(CatalogueText.parse("[" + answer + "]")).contains(CATALOGUE);
    }

    @Test
    void readsTheLargestThatARequestCanBe() {
        String blanks = " ".repeat(64 * 1024 - SET.length() - 2);

        assertThat(CatalogueText.parse("[" + SET + blanks + "]")).contains(CATALOGUE);
        assertThat(CatalogueText.parse("[" + SET + blanks + " ]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "5",
                "{}",
                "[]",
                "[null]",
                "[[]]",
                "[",
                "wallets",
                "[{\"type\":\"trading\",\"name\":\"Trading\",\"description\":\"Orders\",\"catalogue\":null}]",
                "[{\"type\":\"trading\",\"name\":\"Trading\",\"description\":\"Orders\",\"catalogue\":[null]}]",
                "[{\"type\":\"trading\",\"name\":\"Trading\",\"description\":\"Orders\",\"catalogue\":[{}]}]"
            })
    void readsNothingFromWhatIsNoList(String text) {
        assertThat(CatalogueText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"org\"=>\"desk\"",
                "[\"org\"]=>[null]",
                "[\"org\"]=>[[\"org\"]]",
                "[\"org\"]=>\"org\"",
                "\"trading\"=>\"Trading\"",
                "\"read\"=>5",
                "\"name\"=>\"nmae\"",
                "\"name\":\"Trading\"=>\"name\":\"Trading\",\"name\":\"Other\"",
                "\"Orders\"=>\"O\""
            })
    void readsNothingFromASetThatIsWrong(String change) {
        String[] words = change.split("=>", -1);
        String wrong = SET.replace(words[0], words[1]);

        assertThat(wrong).isNotEqualTo(SET);
        assertThat(CatalogueText.parse("[" + wrong + "]")).isEmpty();
    }

    @Test
    void theBuiltInSetsHaveTextsThatPeopleCanRead() {
        assertThat(CatalogueFile.catalogue().sets())
                .extracting(PermissionSet::name)
                .contains("Wallets", "Monitoring");
        assertThat(CatalogueText.parse(CatalogueText.format(CatalogueFile.catalogue())))
                .contains(CatalogueFile.catalogue());
    }
}
