package io.apicredentials.keycloak.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stored texts mean, each text read once: a token is worth no second reading of the same permissions. By the text
 * itself, so that nothing has to be told of a change. Of many texts, those are forgotten that are used least.
 */
final class ParsedTexts<T> {

    /** All texts together, in characters; what they mean takes about ten times as many bytes. */
    private static final long MAX_CHARACTERS = 2_000_000;

    private final Cache<String, Optional<T>> known = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String text, Optional<T> meaning) -> text.length())
            .executor(Runnable::run)
            .build();

    private final Function<String, Optional<T>> parser;

    ParsedTexts(Function<String, Optional<T>> parser) {
        this.parser = parser;
    }

    /** What a text means; empty when it cannot be read. */
    Optional<T> read(String text) {
        return known.get(text, parser);
    }
}
