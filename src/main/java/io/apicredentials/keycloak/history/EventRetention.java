package io.apicredentials.keycloak.history;

import java.time.Duration;
import java.util.Optional;

/** For how long a realm keeps the events that it saves. */
final class EventRetention {

    private EventRetention() {}

    /** @param seconds as realms have them: not above 0 means for good */
    static Optional<Duration> of(long seconds) {
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }
}
