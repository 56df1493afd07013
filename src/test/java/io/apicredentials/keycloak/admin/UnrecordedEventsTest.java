package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import io.apicredentials.audit.ChainEnd;
import io.apicredentials.keycloak.history.CredentialChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

class UnrecordedEventsTest {

    private static final long NOW = 1_800_000_000_000L;

    @Test
    void eachRecordStandsForOneEventTheNearest() {
        AdminEvent last = action("disable", NOW + 9);
        AdminEvent middle = action("disable", NOW + 4);
        AdminEvent first = action("disable", NOW);

        assertThat(UnrecordedEvents.among(
                        List.of(last, middle, first),
                        List.of(
                                record("disable", Author.Way.REST, NOW + 10),
                                record("disable", Author.Way.REST, NOW + 1))))
                .containsExactly(middle);
    }

    @Test
    void anEventThatIsFarFromTheRecordIsNotOfIt() {
        AdminEvent event = action("disable", NOW);

        assertThat(UnrecordedEvents.among(List.of(event), List.of(record("disable", Author.Way.REST, NOW + 10_000))))
                .isEmpty();
        assertThat(UnrecordedEvents.among(List.of(event), List.of(record("disable", Author.Way.REST, NOW - 10_000))))
                .isEmpty();
        assertThat(UnrecordedEvents.among(List.of(event), List.of(record("disable", Author.Way.REST, NOW + 10_001))))
                .containsExactly(event);
    }

    @Test
    void anEventOfAnotherOperationIsNotOfTheRecord() {
        AdminEvent event = action("enable", NOW);

        assertThat(UnrecordedEvents.among(List.of(event), List.of(record("disable", Author.Way.REST, NOW))))
                .containsExactly(event);
    }

    @Test
    void operationsThatEventsAndRecordsCallDifferentlyAreTheSame() {
        assertThat(UnrecordedEvents.among(
                        List.of(action("rotate", NOW), event(OperationType.UPDATE, "API_CREDENTIAL", NOW)),
                        List.of(record("rotate-secret", Author.Way.REST, NOW), record("update", Author.Way.REST, NOW))))
                .isEmpty();
    }

    @Test
    void anEditThroughKeycloakIsOfWhateverIsRecordedOfOne() {
        AdminEvent edit = event(OperationType.UPDATE, "CLIENT", NOW);

        assertThat(UnrecordedEvents.among(List.of(edit), List.of(record("disable", Author.Way.KEYCLOAK, NOW))))
                .isEmpty();
        assertThat(UnrecordedEvents.among(List.of(edit), List.of(record("update", Author.Way.REST, NOW))))
                .containsExactly(edit);
    }

    private static AdminEvent action(String action, long time) {
        AdminEvent event = event(OperationType.ACTION, CredentialChanges.RESOURCE_TYPE, time);
        event.setDetails(Map.of("action", action));
        return event;
    }

    private static AdminEvent event(OperationType operation, String type, long time) {
        AdminEvent event = new AdminEvent();
        event.setOperationType(operation);
        event.setResourceTypeAsString(type);
        event.setTime(time);
        return event;
    }

    private static AuditRecord record(String operation, Author.Way way, long time) {
        return AuditRecord.after(
                ChainEnd.NONE,
                new AuditEntry(
                        Instant.ofEpochMilli(time),
                        "realm",
                        Optional.of("credential"),
                        operation,
                        Author.ofAddress(Author.Kind.USER, Optional.empty(), way),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
