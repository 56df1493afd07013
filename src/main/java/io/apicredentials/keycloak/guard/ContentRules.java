package io.apicredentials.keycloak.guard;

import io.apicredentials.credential.CredentialDraft;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.CatalogueFile;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for the content of a credential, as for the admin REST resource, applied to what a client stores. */
final class ContentRules {

    private ContentRules() {}

    /** Every rule that the stored content breaks. */
    static List<String> broken(StoredCredential stored) {
        List<String> problems = new ArrayList<>();
        Optional<PermissionSet> set = stored.permissionSet().flatMap(CatalogueFile.catalogue()::find);
        if (set.isEmpty()) {
            problems.add("The attribute '" + CredentialAttribute.PERMISSION_SET + "' is not one of: "
                    + String.join(", ", CatalogueFile.catalogue().types())
                    + "; create API credentials through the resource 'api-credentials'.");
        }
        if (stored.secretHash().isEmpty()) {
            problems.add(
                    "The attribute '" + CredentialAttribute.SECRET_HASH
                            + "' is no hash of a client secret; create API credentials through the resource 'api-credentials'.");
        }
        List<PermissionDraft> permissions = permissions(stored, problems);
        new CredentialDraft(stored.name(), stored.description(), stored.allowedIpEntries(), permissions)
                .check(set.orElse(null), problem -> problems.add(problem.place() + ": " + problem.message()));
        return problems;
    }

    private static @Nullable List<PermissionDraft> permissions(StoredCredential stored, List<String> problems) {
        String text = stored.attributes().get(CredentialAttribute.PERMISSIONS);
        if (text == null) {
            problems.add("The attribute '" + CredentialAttribute.PERMISSIONS
                    + "' is missing; write type:action:scope:resource, joined by spaces.");
            return null;
        }
        List<PermissionDraft> drafts = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            Optional<Permission> permission = Permission.parse(part);
            if (permission.isEmpty()) {
                problems.add(
                        "'" + part + "' is no permission; write type:action:scope:resource with * for every resource.");
                return null;
            }
            drafts.add(new PermissionDraft(
                    permission.get().type(),
                    permission.get().action(),
                    permission.get().scope(),
                    permission.get().resource()));
        }
        return drafts;
    }
}
