package io.apicredentials.keycloak.guard;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for the content of a credential, as for the admin REST resource, applied to what a client stores. */
final class ContentRules {

    private ContentRules() {}

    /**
     * Every rule that the stored content breaks.
     *
     * @param catalogue what may be granted in the realm
     * @param isNew whether it was not there before, so that its first secret may still be to be made
     * @param kept a credential that may hold what it does, whether the catalogue has it or not
     */
    static List<String> broken(
            StoredCredential stored, PermissionCatalogue catalogue, boolean isNew, Optional<StoredCredential> kept) {
        List<String> problems = new ArrayList<>();
        Optional<PermissionSet> set = stored.permissionSet().flatMap(catalogue::find);
        Optional<Permissions> held = kept.filter(other -> other.permissionSet().equals(stored.permissionSet()))
                .flatMap(StoredCredential::permissions);
        CredentialContent.Draft draft = stored.draft();
        if (set.isEmpty() && !draft.keeps(held)) {
            problems.add("The attribute '" + CredentialAttribute.PERMISSION_SET.key() + "' is not one of: "
                    + String.join(", ", catalogue.types())
                    + "; create API credentials through the resource 'api-credentials'.");
        }
        boolean hasNoneYet = stored.awaitsFirstSecret() || (isNew && saysNothingOfSecrets(stored));
        if (stored.secrets().isEmpty() && !hasNoneYet) {
            problems.add("The attribute '" + CredentialAttribute.SECRETS.key()
                    + "' is no hash of a client secret; a file that brings a new credential leaves it out, and '"
                    + CredentialAttribute.REQUEST.key()
                    + "' too, and its first secret is made through the resource 'api-credentials'.");
        }
        permissionsProblem(stored).ifPresent(problems::add);
        draft.check(set.orElse(null), held, problem -> problems.add(problem.place() + ": " + problem.message()));
        return problems;
    }

    /** Whether nothing is stored of a secret, nor of a link or a request that would bring one. */
    static boolean saysNothingOfSecrets(StoredCredential stored) {
        return Stream.of(CredentialAttribute.SECRETS, CredentialAttribute.DELIVERY, CredentialAttribute.REQUEST)
                .allMatch(attribute -> attribute.text(stored.attributes()) == null);
    }

    /** What keeps the permissions from being read at all; each of them is judged with the rest of the content. */
    private static Optional<String> permissionsProblem(StoredCredential stored) {
        String text = CredentialAttribute.PERMISSIONS.text(stored.attributes());
        if (text == null) {
            return Optional.of("The attribute '" + CredentialAttribute.PERMISSIONS.key()
                    + "' is missing; write type:action:scope:resource, joined by spaces.");
        }
        return Permissions.unreadablePart(text)
                .map(part ->
                        "'" + part + "' is no permission; write type:action:scope:resource with * for every resource.");
    }
}
