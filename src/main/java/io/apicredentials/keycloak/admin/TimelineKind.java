package io.apicredentials.keycloak.admin;

import io.apicredentials.audit.AuditOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an entry of a timeline can be. */
enum TimelineKind {
    USE,
    CHANGE,
    /** Something that happened to a request for approval. */
    APPROVAL,
    /** Somebody with a link has got a secret. */
    PICK_UP,
    /** Somebody was told something by mail, or could not be told. */
    NOTICE;

    private static final Set<AuditOperation> OF_APPROVAL = Set.of(
            AuditOperation.REQUEST,
            AuditOperation.APPROVE,
            AuditOperation.REJECT,
            AuditOperation.WITHDRAW,
            AuditOperation.TIME_OUT);

    /** The name in requests and answers, such as {@code pick-up}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TimelineKind> parse(@Nullable String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /**
     * That of what was done.
     *
     * @param operation as audit records or admin events name it; what is not known is a change
     */
    static TimelineKind of(String operation) {
        if (operation.equals(NOTICE.word())) {
            return NOTICE;
        }
        return AuditOperation.parse(operation).map(TimelineKind::of).orElse(CHANGE);
    }

    private static TimelineKind of(AuditOperation operation) {
        if (operation == AuditOperation.PICK_UP_SECRET) {
            return PICK_UP;
        }
        return OF_APPROVAL.contains(operation) ? APPROVAL : CHANGE;
    }

    /** The names of the operations of its audit records; empty where it has none. */
    List<String> operations() {
        return Stream.of(AuditOperation.values())
                .map(AuditOperation::word)
                .filter(word -> of(word) == this)
                .toList();
    }
}
