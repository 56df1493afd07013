package io.apicredentials.keycloak.history;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Work that is done for one thing once at a time on this node: what costs much must not be asked for as often as somebody likes. */
final class OneAtATime {

    private final Set<String> present = ConcurrentHashMap.newKeySet();

    /**
     * Does it.
     *
     * @param of what it is done for
     * @return empty when it is done for the same at this moment
     */
    <T> Optional<T> attempt(String of, Supplier<T> work) {
        if (!present.add(of)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            present.remove(of);
        }
    }
}
