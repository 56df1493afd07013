package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /** The event of a change is some time older than its record, which may have waited for others. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * Where it comes from.
     *
     * @param events the saved admin events: they tell of the time before the first record, and of notices that were not sent
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

        private Stream<TimelineEntry> recorded(TimelineRequest asked) {
            if (!history.isRecorded() || !asked.wantsRecords()) {
                return Stream.empty();
            }
            Set<String> named = usernames.namedRealms();
            AuditFilter filter = AuditFilter.ofCredential(
                    credential.id(), asked.kind().map(TimelineKind::operations).orElse(List.of()), named);
            return history.list(filter, 0, asked.needed()).stream().map(record -> TimelineEntry.of(record, named));
        }

        /** An event of a change that has a record would be the same change once more. */
        private Stream<TimelineEntry> saved(TimelineRequest asked, Optional<Instant> recordedSince) {
            if (asked.kind().filter(TimelineKind.USE::equals).isPresent()) {
                return Stream.empty();
            }
            return events
                    .list(
                            credential.id(),
                            event -> asked.wants(TimelineEntry.kindOf(event)) && isAlone(event, recordedSince),
                            asked.needed())
                    .stream()
                    .map(event -> TimelineEntry.of(event, usernames));
        }

        private static boolean isAlone(AdminEvent event, Optional<Instant> recordedSince) {
            return TimelineEntry.kindOf(event) == TimelineKind.NOTICE
                    || recordedSince
                            .map(since -> event.getTime() < since.minus(MARGIN).toEpochMilli())
                            .orElse(true);
        }

        private Stream<TimelineEntry> told(TimelineRequest asked) {
            return asked.wants(TimelineKind.NOTICE)
                    ? credential.toldNotices().entries().stream().map(TimelineEntry::of)
                    : Stream.empty();
        }
    }

    static Timeline of(Sources sources, TimelineRequest asked) {
        boolean areChangesRecorded = sources.history.isRecorded();
        Optional<Instant> since = areChangesRecorded ? sources.history.begin() : Optional.empty();
        List<TimelineEntry> entries = Stream.of(
                        sources.recorded(asked), sources.saved(asked, since), sources.told(asked), sources.used(asked))
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
