package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CountedUses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When credentials were last used with success, in answers.
 *
 * @param recorded whether a use that happens now would be told
 * @param keptFor for how long such a use is kept, as an ISO 8601 duration; null when for good
 * @param lastUsed instants by the ids of those credentials that have one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LastUsedRepresentation(boolean recorded, @Nullable String keptFor, Map<String, String> lastUsed) {

    static LastUsedRepresentation of(CountedUses uses, List<String> ids) {
        Map<String, String> lastUsed = new TreeMap<>();
        uses.last(ids).forEach((id, time) -> lastUsed.put(id, time.toString()));
        return new LastUsedRepresentation(
                uses.areCounted(), uses.keptFor().map(Duration::toString).orElse(null), lastUsed);
    }
}
