package io.apicredentials.keycloak.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stored texts mean, each text read once: a token is worth no second reading of the same permissions. By the text
 * itself, so that nothing has to be told of a change. Of very many texts, those are forgotten that are used least. A
 * parser reads no other such texts meanwhile.
 */
public final class ParsedTexts<T> implements Function<String, Optional<T>> {

    /** Of all texts of all kinds together. What a text means takes some ten bytes for each of its characters: 60 MB at most. */
    private static final long MAX_WEIGHT = 6_000_000;

    /** What an entry takes beside its text, in characters. */
    private static final int ENTRY = 50;

    private static final Cache<Key, Optional<?>> KNOWN = Caffeine.newBuilder()
            .maximumWeight(MAX_WEIGHT)
            .weigher((Key key, Optional<?> meaning) -> ENTRY + key.text().length())
            .executor(Runnable::run)
            .build();

    private final Function<String, Optional<T>> parser;

    public ParsedTexts(Function<String, Optional<T>> parser) {
        this.parser = parser;
    }

    /** The same text may mean something else to another reader. */
    private record Key(ParsedTexts<?> reader, String text) {}

    /** What a text means; empty when it cannot be read. */
    @Override
    @SuppressWarnings("unchecked") // Only this reader has this key.
    public Optional<T> apply(String text) {
        return (Optional<T>) KNOWN.get(new Key(this, text), key -> parser.apply(key.text()));
    }
}
