package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.notice.ToldNotices;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;

/**
 * One thing that happened with a credential. It has one of {@code use}, {@code record}, {@code event} and {@code notice}.
 *
 * @param record the audit record of a change
 * @param event the admin event of a change that has no audit record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
        String kind,
        String time,
        UsageRepresentation.@Nullable Use use,
        @Nullable Map<String, Object> record,
        ChangesRepresentation.@Nullable Change event,
        @Nullable Notice notice) {

    /**
     * What somebody was told.
     *
     * @param notice as one word, such as {@code expires_in_7_days}
     * @param about the instant that it is about; null where it could not be told, or is about a request
     * @param failed whether the mail could not be sent; null when no failure is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notice(
            String notice, @Nullable String about, @Nullable Boolean failed) {}

    static TimelineEntry of(Event event) {
        UsageRepresentation.Use use = UsageRepresentation.Use.of(event);
        return new TimelineEntry(TimelineKind.USE.word(), use.time(), use, null, null, null);
    }

    /** @param namedRealms the ids of the realms whose users are told by name */
    static TimelineEntry of(AuditRecord record, Set<String> namedRealms) {
        return new TimelineEntry(
                TimelineKind.of(record.entry().operation()).word(),
                record.entry().at().toString(),
                null,
                AuditRepresentation.fields(record, namedRealms),
                null,
                null);
    }

    static TimelineEntry of(AdminEvent event, Usernames usernames) {
        ChangesRepresentation.Change change = ChangesRepresentation.Change.of(event, usernames);
        TimelineKind kind = kindOf(event);
        if (kind == TimelineKind.NOTICE) {
            String word = Optional.ofNullable(ChangesRepresentation.Change.detail(event, "notice"))
                    .orElse("");
            return new TimelineEntry(kind.word(), change.time(), null, null, null, new Notice(word, null, true));
        }
        return new TimelineEntry(kind.word(), change.time(), null, null, change, null);
    }

    static TimelineEntry of(ToldNotices.Entry told) {
        return new TimelineEntry(
                TimelineKind.NOTICE.word(),
                told.at().toString(),
                null,
                null,
                null,
                new Notice(told.notice().kind().word(), told.notice().about().toString(), null));
    }

    /** The same notice with the instant that another one is about. */
    TimelineEntry about(TimelineEntry other) {
        return notice == null || other.notice == null
                ? this
                : new TimelineEntry(
                        kind, time, use, record, event, new Notice(notice.notice, other.notice.about, notice.failed));
    }

    /** That of the entry which an admin event becomes. */
    static TimelineKind kindOf(AdminEvent event) {
        return Optional.ofNullable(ChangesRepresentation.Change.detail(event, "action"))
                .map(TimelineKind::of)
                .orElse(TimelineKind.CHANGE);
    }

    Instant at() {
        return Instant.parse(time);
    }
}
