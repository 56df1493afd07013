package io.apicredentials.approval;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of a request, and what may still become of it. */
public enum RequestStatus {
    OPEN,
    APPROVED,
    REJECTED,
    /** Taken back by its requester; or approved, and discarded before its secret was picked up. */
    WITHDRAWN,
    /** Nobody decided in time. */
    TIMED_OUT;

    /** The name in answers and events, such as {@code timed_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this name. */
    public static Optional<RequestStatus> find(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    /** Whether this may come next. */
    public boolean mayBecome(RequestStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case APPROVED -> next == WITHDRAWN;
            case REJECTED, WITHDRAWN, TIMED_OUT -> false;
        };
    }

    /** The ends that can be stored: all but being open. */
    static final Set<RequestStatus> DECIDED = Set.of(APPROVED, REJECTED, WITHDRAWN, TIMED_OUT);
}
