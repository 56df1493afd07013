package io.apicredentials.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JudgedPageTest {

    @Test
    void takesThoseThatPassAfterThoseThatAreSkipped() {
        JudgedPage page = new JudgedPage(StoredCredential::enabled, 1, 2);

        List<Boolean> goesOn = IntStream.range(0, 8)
                .mapToObj(number -> page.offer(credential(number)))
                .toList();

        assertThat(page.ids()).containsExactly("2", "4");
        assertThat(goesOn).containsExactly(true, true, true, true, false, false, false, false);
        assertThat(page.isFull()).isTrue();
    }

    @Test
    void isNotFullWhereFewerPass() {
        JudgedPage page = new JudgedPage(StoredCredential::enabled, 2, 2);

        IntStream.range(0, 6).forEach(number -> page.offer(credential(number)));

        assertThat(page.ids()).containsExactly("4");
        assertThat(page.isFull()).isFalse();
    }

    /** Enabled if it has an even number. */
    private static StoredCredential credential(int number) {
        return new StoredCredential("" + number, "client", "Name", null, number % 2 == 0, 0, Map.of());
    }
}
