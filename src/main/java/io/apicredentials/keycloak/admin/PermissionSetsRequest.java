package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.catalogue.CatalogueDraft;
import io.apicredentials.catalogue.GrantDraft;
import io.apicredentials.catalogue.SetDraft;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.permission.PermissionCatalogue;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A request to replace the permission sets of a realm: the list that was read, edited. */
final class PermissionSetsRequest {

    private PermissionSetsRequest() {}

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static PermissionCatalogue read(InputStream body) {
        JsonNode json = RequestJson.readList(body);
        Problems problems = new Problems(json);
        List<SetDraft> sets = RequestFields.objects(json, problems).stream()
                .map(PermissionSetsRequest::set)
                .toList();
        Optional<PermissionCatalogue> catalogue = new CatalogueDraft(sets).check(problems::add);
        Refusal.ifAny(problems);
        return catalogue.orElseThrow(() -> new IllegalStateException("sets are refused without a problem"));
    }

    private static SetDraft set(RequestFields fields) {
        List<RequestFields> grants = fields.objects("catalogue");
        SetDraft set = new SetDraft(
                fields.text("type"),
                fields.text("name"),
                fields.text("description"),
                grants == null
                        ? null
                        : grants.stream().map(PermissionSetsRequest::grant).toList());
        // They follow from the catalogue; what was read has them.
        fields.ignore("defaultPermissions");
        fields.refuseUnknown();
        return set;
    }

    private static GrantDraft grant(RequestFields fields) {
        GrantDraft grant = new GrantDraft(fields.text("type"), fields.text("action"), fields.texts("scopes"));
        fields.refuseUnknown();
        return grant;
    }
}
