package io.apicredentials.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the owner of a credential is told of. */
public enum NoticeKind {
    EXPIRES_IN_30_DAYS,
    EXPIRES_IN_7_DAYS,
    EXPIRES_IN_1_DAY,
    EXPIRED,
    /** There is a new secret. */
    ROTATED,
    /** The realm demands a new secret. */
    ROTATION_DUE,
    /** It will be disabled unless it is used. */
    UNUSED,
    DISABLED_AS_UNUSED;

    /** The name in attributes and events, such as {@code expires_in_7_days}; it never changes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NoticeKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
