package io.apicredentials.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JudgedPageTest {

    @Test
    void takesThoseAfterTheOnesThatAreSkipped() {
        JudgedPage page = new JudgedPage(1, 2);

        List<Boolean> goesOn = IntStream.range(0, 4)
                .mapToObj(number -> page.offer(credential(number)))
                .toList();

        assertThat(page.ids()).containsExactly("1", "2");
        assertThat(goesOn).containsExactly(true, true, false, false);
        assertThat(page.isFull()).isTrue();
    }

    @Test
    void isNotFullWhereThereAreFewer() {
        JudgedPage page = new JudgedPage(2, 2);

        IntStream.range(0, 3).forEach(number -> page.offer(credential(number)));

        assertThat(page.ids()).containsExactly("2");
        assertThat(page.isFull()).isFalse();
    }

    private static StoredCredential credential(int number) {
        return new StoredCredential("" + number, "client", "Name", null, true, 0, Map.of());
    }
}
