package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list by what a credential may do, from where, whose it is and when it was used. Each test marks its credentials. */
@KeycloakTest
final class ListFiltersIT {

    private final TestRealm realm;
    private final AdminApi api;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Fields marked = Fields.of("search", mark);

    ListFiltersIT(TestRealm realm) {
        this.realm = realm;
        this.api = realm.credentials();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 'All, Range, Single'",
        "203.0.113.8, 'All, Range'",
        "198.51.100.1, All",
        "2001:db8::1, All",
        "203.0.112.0/23, 'All, Range, Single'",
        "0.0.0.0/0, 'All, Halves, Range, Single'"
    })
    void findsThoseThatMayComeFromAnAddress(String address, String names) {
        create("All", request -> addresses(request, "0.0.0.0/0"));
        create("Halves", request -> addresses(request, "10.0.0.0/9", "10.128.0.0/9"));
        create("Range", request -> addresses(request, "203.0.113.0/24"));
        create("Single", request -> addresses(request, "203.0.113.7"));

        assertThat(names(marked.and("address", address))).isEqualTo(names);
        assertThat(count(marked.and("address", address))).isEqualTo(names.split(", ").length);
    }

    @Test
    void findsThoseThatAreOpenToAllHoweverThatIsWritten() {
        create("All", request -> addresses(request, "0.0.0.0/0"));
        create("Halves", request -> addresses(request, "0.0.0.0/1", "128.0.0.0/1"));
        create("One half", request -> addresses(request, "0.0.0.0/1"));

        assertThat(names(marked.and("openToAll", "true"))).isEqualTo("All, Halves");
        assertThat(names(marked.and("openToAll", "false"))).isEqualTo("One half");
    }

    @ParameterizedTest
    @CsvSource({
        "balances:read, 'In all, In one'",
        "balances:read:vault, 'In all, In one'",
        "balances:read:vault:v1, 'In all, In one'",
        "balances:read:vault:v2, In all",
        "balances:read:org, In all",
        "key:delete, ''"
    })
    void findsThoseThatMayDoSomething(String permission, String names) {
        create("In all", request -> CredentialRequests.grant(request, "balances", "read", "org"));
        create("In one", request -> CredentialRequests.grant(request, "balances", "read", "vault", "v1"));

        assertThat(names(marked.and("permission", permission))).isEqualTo(names);
    }

    @Test
    void findsThoseWithoutAnOwner() {
        create("Nobody", request -> {});
        create("A team", request -> request.putObject("owner").put("team", "Treasury"));
        create("Contact", request -> request.putObject("owner").put("contact", "treasury@example.com"));

        assertThat(names(marked.and("withoutOwner", "true"))).isEqualTo("Nobody");
        assertThat(names(marked.and("withoutOwner", "false"))).isEqualTo("A team, Contact");
        assertThat(count(marked.and("withoutOwner", "true"))).isEqualTo(1);
    }

    @Test
    void combinesThem() {
        create(
                "Both",
                request -> addresses(request, "0.0.0.0/0").putObject("owner").put("team", "Treasury"));
        create("Open", request -> addresses(request, "0.0.0.0/0"));
        create("Owned", request -> request.putObject("owner").put("team", "Treasury"));
        Fields both =
                marked.and("openToAll", "true").and("withoutOwner", "false").and("permission", "balances:read");

        assertThat(names(both)).isEqualTo("Both");
        assertThat(names(both.and("first", "1"))).isEmpty();
        assertThat(count(both)).isEqualTo(1);
    }

    @Test
    void sortsByTheLastUse() {
        create("Never", request -> {});
        ClientCredentials early = create("Used early", request -> {});
        ClientCredentials late = create("Used late", request -> {});
        create("A never", request -> {});
        realm.tokenEndpoint().request(early).expect(200);
        realm.tokenEndpoint().request(late).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(early).expect(401);

        Fields sorted = marked.and("sort", "lastUsed");
        assertThat(names(sorted)).isEqualTo("Used late, Used early, A never, Never");
        assertThat(names(sorted.and("first", "1").and("max", "2"))).isEqualTo("Used early, A never");
        assertThat(names(sorted.and("openToAll", "false").and("max", "2"))).isEqualTo("Used late, Used early");
        assertThat(names(marked.and("sort", "longestUnused"))).isEqualTo("A never, Never, Used early, Used late");
        assertThat(names(marked.and("sort", "name"))).isEqualTo("A never, Never, Used early, Used late");
    }

    @Test
    void refusesAllThatIsWrong() {
        JsonNode errors = api.list(Fields.of("address", "010.0.0.1")
                        .and("permission", "balances")
                        .and("openToAll", "yes")
                        .and("withoutOwner", "1")
                        .and("sort", "age"))
                .expect(400)
                .json()
                .path("errors");

        assertThat(StreamSupport.stream(errors.spliterator(), false)
                        .map(error -> error.path("field").asText() + " "
                                + error.path("code").asText()))
                .containsExactlyInAnyOrder(
                        "withoutOwner not_boolean",
                        "address address_leading_zero",
                        "permission permission_pattern_malformed",
                        "openToAll not_boolean",
                        "sort not_one_of");
    }

    private ClientCredentials create(String name, Consumer<ObjectNode> change) {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1").put("name", name + " " + mark);
        change.accept(request);
        return api.issue(request);
    }

    private static ObjectNode addresses(ObjectNode request, String... entries) {
        request.putArray("allowedIps");
        List.of(entries).forEach(request.withArray("allowedIps")::add);
        return request;
    }

    private String names(Fields query) {
        JsonNode page = api.list(query).expect(200).json();
        return String.join(
                ", ",
                StreamSupport.stream(page.spliterator(), false)
                        .map(each -> each.path("name").asText().replace(" " + mark, ""))
                        .toList());
    }

    private int count(Fields query) {
        return api.count(query).expect(200).json().asInt();
    }
}
