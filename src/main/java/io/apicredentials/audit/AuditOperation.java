package io.apicredentials.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was done. */
public enum AuditOperation {
    CREATE,
    UPDATE,
    ENABLE,
    DISABLE,
    DELETE,
    ROTATE_SECRET,
    END_SECRET,
    OFFER_SECRET,
    WITHDRAW_LINK,
    PICK_UP_SECRET,
    REQUEST,
    APPROVE,
    REJECT,
    WITHDRAW,
    TIME_OUT,
    CHANGE_SETTINGS,
    CHANGE_PERMISSION_SETS,
    /** The client scope that gives credentials their mappers was changed. */
    CHANGE_SCOPE;

    /** The name in records and answers, such as {@code rotate-secret}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with a name; empty when there is none. */
    public static Optional<AuditOperation> parse(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
