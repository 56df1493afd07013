package io.apicredentials.keycloak.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stored texts mean, each text read once: a token is worth no second reading of the same permissions. By the text
 * itself, so that nothing has to be told of a change. Of very many texts, those are forgotten that are used least.
 */
public final class ParsedTexts<T> implements Function<String, Optional<T>> {

    /** Of all texts together. What a text means takes some ten bytes for each of its characters: 20 MB at most. */
    private static final long MAX_WEIGHT = 2_000_000;

    /** What an entry takes beside its text, in characters. */
    private static final int ENTRY = 50;

    private final Cache<String, Optional<T>> known = Caffeine.newBuilder()
            .maximumWeight(MAX_WEIGHT)
            .weigher((String text, Optional<T> meaning) -> ENTRY + text.length())
            .executor(Runnable::run)
            .build();

    private final Function<String, Optional<T>> parser;

    public ParsedTexts(Function<String, Optional<T>> parser) {
        this.parser = parser;
    }

    /** What a text means; empty when it cannot be read. */
    @Override
    public Optional<T> apply(String text) {
        return known.get(text, parser);
    }
}
