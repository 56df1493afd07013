package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list: pages, order, search and filters. Every test marks its credentials with a word of its own. */
@KeycloakTest
final class ListIT {

    private final TestRealm realm;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Fields marked = Fields.of("search", mark);

    ListIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void isSortedByNameAndThenById() {
        create("wallets", "Beta", "Gamma");
        create("wallets", "Alpha ".repeat(8).split(" "));

        List<JsonNode> listed = list(marked);

        assertThat(names(listed)).hasSize(10).isSorted().endsWith("Beta " + mark, "Gamma " + mark);
        assertThat(listed.subList(0, 8))
                .isSortedAccordingTo(
                        Comparator.comparing(credential -> credential.path("id").asText()));
    }

    @Test
    void comesInPages() {
        create("wallets", "A", "B", "C", "D", "E");

        List<String> paged = new ArrayList<>();
        for (int first = 0; first < 6; first += 2) {
            paged.addAll(names(list(marked.and("first", "" + first).and("max", "2"))));
        }

        assertThat(paged).hasSize(5).isEqualTo(names(list(marked)));
        assertThat(list(marked.and("first", "5"))).isEmpty();
        assertThat(count(marked)).isEqualTo(5);
    }

    @Test
    void hasTwentyUnlessToldOtherwise() {
        create("wallets", "A".repeat(21).split(""));

        assertThat(list(marked)).hasSize(20);
        assertThat(list(marked.and("max", "100"))).hasSize(21);
        assertThat(count(marked)).isEqualTo(21);
    }

    @Test
    void anEntryIsTheCredentialAsItsOwnAddressHasIt() {
        String id = create("wallets", "Entry").get(0);

        assertThat(list(marked))
                .containsExactly(realm.credentials().get(id).expect(200).json());
    }

    @Test
    void hasNoOrdinaryClients() {
        assertThat(list(Fields.of("max", "100")))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(credential -> credential.has("permissionSet"));
        assertThat(list(Fields.of("search", "demo-cli"))).isEmpty();
    }

    @Test
    void searchesTheNameInAnyCase() {
        create("wallets", "Zürich");

        assertThat(list(Fields.of("search", "zÜRICH " + mark.toUpperCase(Locale.ROOT))))
                .hasSize(1);
    }

    @Test
    void searchesTheDescriptionInAnyCase() {
        create("wallets", "Any");

        assertThat(list(Fields.of("search", "DESCRIBED AS " + mark))).hasSize(1);
    }

    @Test
    void searchesTheClientIdInAnyCase() {
        String id = create("wallets", "Any").get(0);
        String clientId = realm.credentials().get(id).json().path("clientId").asText();

        List<JsonNode> found = list(Fields.of("search", clientId.substring(3).toUpperCase(Locale.ROOT)));

        assertThat(found)
                .singleElement()
                .satisfies(
                        credential -> assertThat(credential.path("id").asText()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "!x!", "back\\slash", "quote'd", "[abc]", "\"; --"})
    void takesTheTextAsItIs(String text) {
        create("wallets", text, "100 percent", "axb", "x", "back slash");

        assertThat(names(list(Fields.of("search", text + " " + mark)))).containsExactly(text + " " + mark);
        assertThat(count(Fields.of("search", text + " " + mark))).isEqualTo(1);
    }

    /** Java and the databases do not agree on the lower case of these. */
    @ParameterizedTest
    @ValueSource(strings = {"İstanbul Şube", "ΟΔΟΣ Αθήνα", "STRAẞE", "Ǆ and ǅ", "I ı İ i", "K Å"})
    void findsANameByItself(String name) {
        create("wallets", name);

        assertThat(names(list(Fields.of("search", name + " " + mark)))).containsExactly(name + " " + mark);
        assertThat(count(Fields.of("search", name))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_"})
    void aWildcardIsNoWildcard(String wildcard) {
        create("wallets", "Any");

        assertThat(list(Fields.of("search", wildcard + mark))).isEmpty();
        assertThat(list(Fields.of("search", mark + wildcard))).isEmpty();
    }

    @Test
    void filtersByPermissionSet() {
        create("wallets", "One", "Two");
        create("monitoring", "Three");

        assertThat(names(list(marked.and("permissionSet", "monitoring")))).containsExactly("Three " + mark);
        assertThat(count(marked.and("permissionSet", "wallets"))).isEqualTo(2);
        assertThat(count(marked.and("permissionSet", "controls"))).isZero();
    }

    @Test
    void filtersByState() {
        List<String> ids = create("wallets", "Off", "On");
        realm.credentials().disable(ids.get(0)).expect(200);

        assertThat(names(list(marked.and("enabled", "false")))).containsExactly("Off " + mark);
        assertThat(names(list(marked.and("enabled", "true")))).containsExactly("On " + mark);
        assertThat(count(marked.and("enabled", "false"))).isEqualTo(1);
        assertThat(count(marked)).isEqualTo(2);
    }

    @Test
    void combinesFilters() {
        List<String> ids = create("wallets", "Off", "On");
        create("monitoring", "Other");
        realm.credentials().disable(ids.get(0)).expect(200);

        Fields enabledWallets = marked.and("permissionSet", "wallets").and("enabled", "true");

        assertThat(names(list(enabledWallets))).containsExactly("On " + mark);
        assertThat(count(enabledWallets)).isEqualTo(1);
    }

    @Test
    void theCountIsABareNumber() {
        assertThat(realm.credentials().count(marked).expect(200).body()).isEqualTo("0");
    }

    private List<String> create(String set, String... names) {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            var request = CredentialRequests.of(set, "127.0.0.1")
                    .put("name", name + " " + mark)
                    .put("description", "Described as " + mark);
            ids.add(realm.credentials().issue(request).id());
        }
        return ids;
    }

    private List<JsonNode> list(Fields query) {
        JsonNode page = realm.credentials().list(query).expect(200).json();
        return StreamSupport.stream(page.spliterator(), false).toList();
    }

    private int count(Fields query) {
        return realm.credentials().count(query).expect(200).json().asInt();
    }

    private static List<String> names(List<JsonNode> credentials) {
        return credentials.stream()
                .map(credential -> credential.path("name").asText())
                .toList();
    }
}
