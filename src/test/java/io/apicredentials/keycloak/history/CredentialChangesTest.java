package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.admin.AdminEvent;

/** Which admin events are changes of a credential, and how many are read to find them. */
class CredentialChangesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-credentials/id",
                "api-credentials/id/disable",
                "clients/id",
                "clients/id/protocol-mappers/models/1"
            })
    void isAChange(String path) {
        assertThat(page(Stream.of(path), 0, 10)).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients/id-2",
                "api-credentials/id2/disable",
                "users/1/role-mappings/clients/id",
                "clients/1/scope-mappings/clients/id",
                "groups/id"
            })
    void isNoChange(String path) {
        assertThat(page(Stream.of(path), 0, 10)).isEmpty();
    }

    @Test
    void anEventWithoutAPathIsNoChange() {
        assertThat(page(Stream.of((String) null), 0, 10)).isEmpty();
    }

    @Test
    void whatIsNoChangeDoesNotShortenAPage() {
        Stream<String> paths = IntStream.range(0, 1000)
                .mapToObj(number -> number % 3 == 0 ? "clients/id/" + number : "users/" + number + "/clients/id");

        assertThat(page(paths, 100, 3)).containsExactly("clients/id/300", "clients/id/303", "clients/id/306");
    }

    @Test
    void readsNoFurtherThanAPageNeeds() {
        AdminEventList events =
                new AdminEventList(Stream.generate(() -> "clients/id").limit(1000));

        assertThat(events.changes().list("id", 190, 20)).hasSize(20);
        assertThat(events.read()).isEqualTo(400);
    }

    @Test
    void readsNoFurtherThanTenThousand() {
        AdminEventList events =
                new AdminEventList(Stream.generate(() -> "clients/id").limit(20_000));

        assertThat(events.changes().list("id", 9_990, 100)).hasSize(10);
        assertThat(events.changes().list("id", Integer.MAX_VALUE, 100)).isEmpty();
        assertThat(events.read()).isEqualTo(2 * 10_000);
    }

    private static List<String> page(Stream<String> paths, int first, int max) {
        return new AdminEventList(paths)
                .changes().list("id", first, max).stream()
                        .map(AdminEvent::getResourcePath)
                        .toList();
    }
}
