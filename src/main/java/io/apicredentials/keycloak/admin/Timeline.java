package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.AuditFilter;
import io.apicredentials.keycloak.history.AuditHistory;
import io.apicredentials.keycloak.history.CredentialChanges;
import io.apicredentials.keycloak.history.CredentialUses;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;

/**
 * What happened with one credential, newest first.
 *
 * @param usesRecorded whether a use that happens now would be among it
 * @param usesKeptFor for how long it would be, as an ISO 8601 duration; null when for good
 * @param changesRecorded whether a change that is made now would be among it
 * @param changesRecordedSince the instant of the first audit record of the realm that is kept; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Timeline(
        boolean usesRecorded,
        @Nullable String usesKeptFor,
        boolean changesRecorded,
        @Nullable String changesRecordedSince,
        List<TimelineEntry> entries) {

    /** Records that are read beyond those that are told: an event may be somewhat younger than its record. */
    private static final int SPARE = 10;

    /**
     * Where it comes from.
     *
     * @param events the saved admin events: they tell of changes without a record, and of notices that were not sent
     */
    record Sources(
            StoredCredential credential,
            CredentialUses uses,
            AuditHistory history,
            CredentialChanges events,
            Usernames usernames) {

        private Stream<TimelineEntry> used(TimelineRequest asked) {
            return asked.wants(TimelineKind.USE)
                    ? uses.list(credential.clientId(), 0, asked.needed()).stream()
                            .map(TimelineEntry::of)
                    : Stream.empty();
        }

        /** More than are needed by {@link #SPARE}, if there are. */
        private List<AuditRecord> records(TimelineRequest asked) {
            if (!history.isRecorded() || !asked.wantsRecords()) {
                return List.of();
            }
            AuditFilter filter = AuditFilter.ofCredential(
                    credential.id(),
                    asked.kind().map(TimelineKind::operations).orElse(List.of()),
                    usernames.namedRealms());
            return history.list(filter, 0, asked.needed() + SPARE);
        }

        private Stream<TimelineEntry> recorded(TimelineRequest asked, List<AuditRecord> records) {
            Set<String> named = usernames.namedRealms();
            return records.stream().limit(asked.needed()).map(record -> TimelineEntry.of(record, named));
        }

        /** What is older than as many records as are needed is not told, so that not all events have to be read. */
        private List<TimelineEntry> saved(TimelineRequest asked, List<AuditRecord> records) {
            if (asked.kind().filter(TimelineKind.USE::equals).isPresent()) {
                return List.of();
            }
            boolean areAll = records.size() < asked.needed() + SPARE;
            Instant oldest = areAll ? Instant.EPOCH : oldest(records.subList(0, asked.needed()));
            List<AdminEvent> saved = events.list(
                    credential.id(),
                    // With the event of each record, which would else be taken for that of another one.
                    areAll ? Instant.EPOCH : oldest(records).minus(UnrecordedEvents.MARGIN),
                    event -> asked.wants(TimelineEntry.kindOf(event)),
                    asked.needed() + records.size());
            return UnrecordedEvents.among(saved, records).stream()
                    .filter(event -> event.getTime() >= oldest.toEpochMilli())
                    .limit(asked.needed())
                    .map(event -> TimelineEntry.of(event, usernames))
                    .toList();
        }

        private static Instant oldest(List<AuditRecord> records) {
            return records.stream()
                    .map(record -> record.entry().at())
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        private List<TimelineEntry> told(TimelineRequest asked) {
            return asked.wants(TimelineKind.NOTICE)
                    ? credential.toldNotices().entries().stream()
                            .map(TimelineEntry::of)
                            .toList()
                    : List.of();
        }
    }

    static Timeline of(Sources sources, TimelineRequest asked) {
        boolean areChangesRecorded = sources.history.isRecorded();
        Optional<Instant> since = areChangesRecorded ? sources.history.begin() : Optional.empty();
        List<AuditRecord> records = sources.records(asked);
        List<TimelineEntry> entries = Stream.of(
                        sources.recorded(asked, records),
                        ToldOnce.of(sources.saved(asked, records), sources.told(asked)),
                        sources.used(asked))
                .flatMap(source -> source)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .skip(asked.first())
                .limit(asked.max())
                .toList();
        return new Timeline(
                sources.uses.areRecorded(),
                sources.uses.keptFor().map(Duration::toString).orElse(null),
                areChangesRecorded,
                since.map(Instant::toString).orElse(null),
                entries);
    }
}
