package io.apicredentials.keycloak.admin;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.health.ExplainedUse;
import io.apicredentials.keycloak.health.Health;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.permission.PermissionCatalogue;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** Questions about what would happen to a credential. None of them changes anything. */
record Questions(ManageContext context, ClientModel client, CallerRights rights) {

    /**
     * Whether a use would be admitted. To ask about a secret needs the right to manage: whoever may only look must not find out
     * here whether a text is a secret of the credential, without an event and from everywhere.
     */
    ExplanationRepresentation explain(InputStream body) {
        rights.requireView();
        Instant now = context.now();
        ExplainedUse.Question question = ExplainRequest.read(body, now);
        if (question.presented().isPresent()) {
            rights.requireManage();
        }
        return ExplanationRepresentation.of(question, ExplainedUse.of(context.session(), client, question), now);
    }

    /** What a change would have done to the uses of the last 30 days. An update that would be refused is refused here too. */
    WhatIfRepresentation whatIf(InputStream body, PermissionCatalogue catalogue) {
        rights.requireManage();
        WhatIfRequest request = WhatIfRequest.read(body);
        Optional<CredentialContent> proposed = Optional.of(request)
                .filter(asked -> asked.change() == WhatIfRequest.Change.UPDATE)
                .map(asked -> update(asked, catalogue));
        CountedUses uses = new CountedUses(context.session(), context.realm());
        return new WhatIf(uses, client, context.now()).of(request.change(), proposed);
    }

    private CredentialContent update(WhatIfRequest request, PermissionCatalogue catalogue) {
        Health.State present = Health.of(context.session(), context.realm()).of(client);
        return new UpdateAnswer(context, rights, catalogue)
                .wanted(request.update(), CredentialRepresentation.of(present), present.credential())
                .content();
    }
}
