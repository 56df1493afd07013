package io.apicredentials.secret;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a secret is for, if its realm says so. */
public enum Environment {
    SANDBOX("sandbox", "sbx_"),
    PRODUCTION("production", "prd_");

    private final String word;
    private final String mark;

    Environment(String word, String mark) {
        this.word = word;
        this.mark = mark;
    }

    /** The value in settings, such as {@code production}. */
    public String word() {
        return word;
    }

    /** What a secret has behind its prefix, such as {@code prd_}. */
    String mark() {
        return mark;
    }

    /** Whether both are known, and not the same. */
    public static boolean differ(Optional<Environment> one, Optional<Environment> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** The one with this value in settings. */
    public static Optional<Environment> find(String word) {
        return Stream.of(values())
                .filter(environment -> environment.word.equals(word))
                .findFirst();
    }
}
