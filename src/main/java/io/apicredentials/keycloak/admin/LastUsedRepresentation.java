package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.store.CredentialUses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When credentials were last used with success, in answers.
 *
 * @param recorded whether a use that happens now would be told
 * @param lastUsed instants by the ids of those credentials that have one
 */
record LastUsedRepresentation(boolean recorded, Map<String, String> lastUsed) {

    static LastUsedRepresentation of(CredentialUses uses, List<String> ids) {
        Map<String, String> lastUsed = new TreeMap<>();
        uses.last(ids).forEach((id, time) -> lastUsed.put(id, time.toString()));
        return new LastUsedRepresentation(uses.acceptedAreRecorded(), lastUsed);
    }
}
