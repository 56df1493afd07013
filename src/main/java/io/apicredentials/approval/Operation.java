package io.apicredentials.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can wait for approval. To disable a credential never does. */
public enum Operation {
    CREATE,
    UPDATE,
    ENABLE,
    DELETE,
    ROTATE,
    /** A change of the settings of approval; it waits wherever any operation does. */
    SETTINGS;

    /** The name in settings, answers and events, such as {@code create}; it never changes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a secret to be picked up after it was approved. */
    public boolean yieldsSecret() {
        return this == CREATE || this == ROTATE;
    }

    /** The names of those that concern one credential. */
    public static List<String> ofCredentials() {
        return Stream.of(values())
                .filter(operation -> operation != SETTINGS)
                .map(Operation::word)
                .toList();
    }

    /** The one with this name. */
    public static Optional<Operation> find(String word) {
        return Stream.of(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst();
    }
}
