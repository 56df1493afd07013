package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelException;

class AuditReadingTest {

    private final AuditReading reading = new AuditReading();

    @AutoClose
    private final HeardLog log = new HeardLog(AuditReading.class);

    @Test
    void saysNothingOfWhatIsRead() {
        assertThat(reading.read(() -> "record")).isEqualTo("record");

        assertThat(log.lines).isEmpty();
    }

    @Test
    void warnsOnceHoweverManyAsk() {
        for (int asked = 0; asked < 20; asked++) {
            assertNotRead(() -> {
                throw new PersistenceException("gone");
            });
            assertNotRead(() -> {
                throw new ModelException("gone");
            });
        }

        assertThat(log.lines).hasSize(1);
        assertThat(log.lines.get(0)).startsWith("WARN");
    }

    @Test
    void saysWhenItReadsAgainAndWarnsOnceMoreAfterThat() {
        Supplier<String> failing = () -> {
            throw new PersistenceException("gone");
        };
        assertNotRead(failing);
        reading.read(() -> "record");
        reading.read(() -> "record");
        assertNotRead(failing);

        assertThat(log.lines).hasSize(3);
        assertThat(log.lines.get(1)).isEqualTo("INFO The table API_CREDENTIAL_AUDIT can be read again");
        assertThat(log.lines.get(2)).startsWith("WARN");
    }

    private void assertNotRead(Supplier<String> work) {
        assertThatThrownBy(() -> reading.read(work)).isInstanceOf(NotReadException.class);
    }
}
