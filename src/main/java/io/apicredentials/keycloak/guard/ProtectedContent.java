package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.ClientShape;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialAttribute.Edit;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.StoredCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/**
 * What an edit of a client must leave as it is. Keycloak's console writes back every attribute that it read, possibly long
 * ago: an edit that does not start from the present state would bring an old secret, old permissions or old addresses back.
 */
final class ProtectedContent {

    static final String STALE =
            "The API credential was changed after it was read for this edit; read it again and repeat the edit.";

    /** What nobody is to lose by a file that does not know it. */
    private static final List<CredentialAttribute<?>> LIMITS = List.of(
            CredentialAttribute.OWNER_TEAM,
            CredentialAttribute.OWNER_CONTACT,
            CredentialAttribute.OWNER_USER,
            CredentialAttribute.EXPIRES_AT);

    private static final List<CredentialAttribute<?>> FIXED = CredentialAttribute.with(Edit.NEVER);

    private ProtectedContent() {}

    /**
     * Gives the edited client what the edit leaves out and cannot change. A partial import that overwrites brings a client
     * that has nothing of the one before; its not-before would bring tokens back that were revoked.
     */
    static void keep(StoredCredential before, ClientModel edited) {
        boolean isAnother = !before.id().equals(edited.getId());
        Stream<String> limits =
                Stream.concat(LIMITS.stream().map(CredentialAttribute::key), ClientShape.OF_TOKENS.stream());
        Stream.concat(FIXED.stream().map(CredentialAttribute::key), isAnother ? limits : Stream.empty())
                .filter(attribute -> edited.getAttribute(attribute) == null)
                .filter(before.attributes()::containsKey)
                .forEach(attribute ->
                        edited.setAttribute(attribute, before.attributes().get(attribute)));
        if (isAnother && edited.getNotBefore() == 0) {
            edited.setNotBefore(before.notBefore());
        }
    }

    /**
     * What the edit changes that it must not change.
     *
     * @param changesAnything false for one that writes what is there, which is never too late
     */
    static List<String> violated(
            StoredCredential before, StoredCredential after, boolean changesAnything, Instant now) {
        List<String> problems = new ArrayList<>();
        if (changesAnything && isStale(before, after)) {
            problems.add(STALE);
        }
        FIXED.stream()
                .filter(attribute -> differs(before, after, attribute.key()))
                .flatMap(attribute -> attribute.refusal().stream())
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

    /** An edit that does not say from which state it starts, as of a file that is maintained by hand, starts from any. */
    private static boolean isStale(StoredCredential before, StoredCredential after) {
        String given = CredentialAttribute.UPDATED_AT.text(after.attributes());
        if (given == null || given.equals(CredentialAttribute.UPDATED_AT.text(before.attributes()))) {
            return false;
        }
        Instant start = after.updatedAt();
        Instant last = before.updatedAt();
        return start == null || last == null || start.isBefore(last);
    }

    private static boolean differs(StoredCredential before, StoredCredential after, String attribute) {
        return !Objects.equals(
                before.attributes().get(attribute), after.attributes().get(attribute));
    }
}
