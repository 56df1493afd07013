package io.apicredentials.keycloak.admin;

import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.history.CredentialChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/**
 * Finds the admin events of one credential that have no audit record. An event that has one would tell the same change once more;
 * one that has none tells of the time before there were records, or of a change that was made where they could not be written.
 */
final class UnrecordedEvents {

    /** How far an event and its record are apart at most. Either may be first. */
    static final Duration MARGIN = Duration.ofSeconds(10);

    private static final Set<String> THROUGH_KEYCLOAK = Set.of(Author.Way.KEYCLOAK.word(), Author.Way.IMPORT.word());

    /** An event of a rotation has a shorter name for it than a record. */
    private static final String ROTATE = "rotate";

    private UnrecordedEvents() {}

    /**
     * Those among saved events, in their order. Each record stands for one event, the nearest in time of those that may be its own.
     *
     * @param records all of the time of the events, and some from before it
     */
    static List<AdminEvent> among(List<AdminEvent> events, List<AuditRecord> records) {
        List<AdminEvent> left = new ArrayList<>(events);
        for (AuditRecord record : records) {
            left.stream()
                    .filter(event -> distance(event, record) <= MARGIN.toMillis() && isOfSameChange(event, record))
                    .min(Comparator.comparingLong(event -> distance(event, record)))
                    .ifPresent(left::remove);
        }
        return left;
    }

    private static long distance(AdminEvent event, AuditRecord record) {
        return Math.abs(event.getTime() - record.entry().at().toEpochMilli());
    }

    /** What Keycloak's own resource calls an update may be recorded as what it comes to, such as a disabling. */
    private static boolean isOfSameChange(AdminEvent event, AuditRecord record) {
        return CredentialChanges.RESOURCE_TYPE.equals(event.getResourceTypeAsString())
                ? operation(event).equals(record.entry().operation())
                : THROUGH_KEYCLOAK.contains(record.entry().author().way());
    }

    private static String operation(AdminEvent event) {
        String action = ChangesRepresentation.Change.detail(event, "action");
        if (action != null) {
            return action.equals(ROTATE) ? AuditOperation.ROTATE_SECRET.word() : action;
        }
        return Optional.ofNullable(event.getOperationType())
                .map(OperationType::name)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
