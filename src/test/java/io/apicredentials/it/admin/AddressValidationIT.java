package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Rejections;
import io.apicredentials.testing.Rejections.Problem;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the IP addresses of a credential. */
@KeycloakTest
final class AddressValidationIT {

    private final TestRealm realm;
    private final Rejections rejections;

    AddressValidationIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.rejections = new Rejections(server, realm);
    }

    @Test
    void takesSixEntries() {
        JsonNode created =
                realm.credentials().create(request(addresses(6))).expect(201).json();

        assertThat(texts(created.path("allowedIps"))).containsExactly(addresses(6));
    }

    @Test
    void refusesSevenEntries() {
        assertThat(rejections.create(request(addresses(7))))
                .containsExactly(new Problem(
                        "allowedIps",
                        "There are 7 IP addresses; at most 6 are allowed, so combine neighbouring addresses into a"
                                + " range or split the credential."));
    }

    @Test
    void refusesAnEmptyList() {
        ObjectNode request = request();
        request.putArray("allowedIps");

        assertThat(rejections.create(request))
                .containsExactly(new Problem(
                        "allowedIps",
                        "At least one IP address is needed; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0"
                                + " alone for all IP addresses."));
    }

    @Test
    void refusesAMissingList() {
        assertThat(rejections.create(request()))
                .containsExactly(new Problem(
                        "allowedIps",
                        "The IP addresses are missing; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0 alone"
                                + " for all IP addresses."));
    }

    @Test
    void takesAllAddressesAlone() {
        JsonNode created =
                realm.credentials().create(request("0.0.0.0/0")).expect(201).json();

        assertThat(texts(created.path("allowedIps"))).containsExactly("0.0.0.0/0");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, 10.0.0.1", "10.0.0.1, 0.0.0.0/0"})
    void refusesAllAddressesBesideOthers(String one, String other) {
        assertThat(rejections.create(request(one, other)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).startsWith("allowedIps"))
                .satisfies(problem -> assertThat(problem.message()).contains("0.0.0.0/0"));
    }

    @Test
    void namesTheRangeAndTheAddressWhenHostBitsAreSet() {
        assertThat(rejections.create(request("203.0.113.7/24")))
                .containsExactly(new Problem(
                        "allowedIps[0]",
                        "'203.0.113.7/24' has bits set behind its prefix; write 203.0.113.0/24 for the range or 203.0.113.7"
                                + " for the single address."));
    }

    @ParameterizedTest
    @CsvSource({
        "010.0.0.1, leading zero",
        "10.0.0.01, leading zero",
        "10.0.0.0/08, prefix length",
        "10.0.0.0/33, prefix length",
        "10.0.0.0/, prefix length",
        "10.0.0.0/-1, prefix length",
        "::1, IPv6",
        "2001:db8::/32, IPv6",
        "::ffff:10.0.0.1, IPv6",
        "localhost, is not an IPv4 address",
        "api.example.org, is not an IPv4 address",
        "10.0.0, is not an IPv4 address",
        "10.0.0.256, is not an IPv4 address",
        "0x0a.0.0.1, is not an IPv4 address",
        "167772161, is not an IPv4 address",
        "' 10.0.0.1', white space",
        "'10.0.0.1 ', white space",
        "'10.0.0.0 /24', white space",
        "'', is missing"
    })
    void refusesWhatIsNoStrictAddressOrRange(String entry, String reason) {
        assertThat(rejections.create(request("127.0.0.1", entry)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("allowedIps[1]"))
                .satisfies(problem ->
                        assertThat(problem.message()).contains(reason).contains("write "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.1/32"})
    void refusesAnAddressListedTwice(String again) {
        assertThat(rejections.create(request("10.0.0.1", again)))
                .containsExactly(new Problem(
                        "allowedIps[1]", "'" + again + "' is listed twice; list each address or range once."));
    }

    @Test
    void writesASingleAddressWithoutItsPrefix() {
        JsonNode created =
                realm.credentials().create(request("10.0.0.1/32")).expect(201).json();

        assertThat(texts(created.path("allowedIps"))).containsExactly("10.0.0.1");
    }

    @Test
    void tellsOfEveryWrongEntry() {
        assertThat(rejections.create(request("10.0.0.1/8", "127.0.0.1", "localhost", "127.0.0.1")))
                .extracting(Problem::field)
                .containsExactly("allowedIps[0]", "allowedIps[2]", "allowedIps[3]");
    }

    @Test
    void refusesEntriesThatAreNoText() {
        ObjectNode request = request("127.0.0.1");
        request.withArray("allowedIps").add(7).addNull().addObject();

        assertThat(rejections.create(request))
                .extracting(Problem::field)
                .containsExactly("allowedIps[1]", "allowedIps[2]", "allowedIps[3]");
    }

    private static ObjectNode request(String... entries) {
        return CredentialRequests.of("wallets", entries);
    }

    private static String[] addresses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "203.0.113." + number)
                .toArray(String[]::new);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
