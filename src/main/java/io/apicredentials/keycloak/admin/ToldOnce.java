package io.apicredentials.keycloak.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the notices that are noted with a credential beside its saved events. A notice is noted before its mail is sent: one that
 * was not sent is told once, as failed.
 */
final class ToldOnce {

    /** A mail that could not be sent fails within this time. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private ToldOnce() {}

    /**
     * All of both, but each notice once.
     *
     * @param saved with those that failed
     * @param told whether they failed or not
     */
    static Stream<TimelineEntry> of(List<TimelineEntry> saved, List<TimelineEntry> told) {
        return Stream.concat(
                saved.stream()
                        .map(event -> told.stream()
                                .filter(one -> isFailure(event, one))
                                .findFirst()
                                .map(event::about)
                                .orElse(event)),
                told.stream().filter(one -> saved.stream().noneMatch(event -> isFailure(event, one))));
    }

    private static boolean isFailure(TimelineEntry event, TimelineEntry told) {
        Instant at = told.at();
        return event.notice() != null
                && told.notice() != null
                && event.notice().notice().equals(told.notice().notice())
                && Duration.between(at, event.at()).abs().compareTo(MARGIN) <= 0;
    }
}
