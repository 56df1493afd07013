package io.apicredentials.keycloak.guard;

import static java.util.Map.entry;

import io.apicredentials.keycloak.store.CredentialAttribute;
import io.apicredentials.keycloak.store.CredentialClients;
import io.apicredentials.keycloak.store.StoredCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an edit of a client must leave as it is. Keycloak's console writes back every attribute that it read, possibly long
 * ago: an edit that does not start from the present state would bring an old secret, old permissions or old addresses back.
 */
final class ProtectedContent {

    static final String STALE =
            "The API credential was changed after it was read for this edit; read it again and repeat the edit.";

    private static final List<Map.Entry<String, String>> FIXED = List.of(
            entry(CredentialAttribute.SECRET_HASH, "The secret of an API credential cannot be edited."),
            entry(CredentialAttribute.PERMISSION_SET, "The permission set of an API credential never changes."),
            entry(CredentialAttribute.CREATED_BY, "Who created an API credential never changes."),
            entry(CredentialAttribute.CREATED_AT, "When an API credential was created never changes."));

    private ProtectedContent() {}

    /** What the edit changes that it must not change. */
    static List<String> violated(StoredCredential before, StoredCredential after, Instant now) {
        List<String> problems = new ArrayList<>();
        if (differs(before, after, CredentialAttribute.UPDATED_AT)) {
            problems.add(STALE);
        }
        FIXED.stream()
                .filter(rule -> differs(before, after, rule.getKey()))
                .map(Map.Entry::getValue)
                .forEach(problems::add);
        if (after.notBefore() < before.notBefore() && CredentialClients.isRevocationInForce(before.notBefore(), now)) {
            problems.add(
                    "The tokens of this API credential were revoked within the last hour, and stay so; leave 'notBefore' as it is.");
        }
        if (!before.clientId().equals(after.clientId())) {
            problems.add("The client ID of an API credential never changes.");
        }
        return problems;
    }

    private static boolean differs(StoredCredential before, StoredCredential after, String attribute) {
        return !Objects.equals(
                before.attributes().get(attribute), after.attributes().get(attribute));
    }
}
