package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.health.ExplainedUse;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import java.io.InputStream;
import java.time.Instant;
import org.keycloak.models.ClientModel;

/** Questions about what would happen to a credential. None of them changes anything. */
record Questions(ManageContext context, ClientModel client, CallerRights rights) {

    /**
     * Whether a use would be admitted. To ask about a secret needs the right to manage: whoever may only look must not find out
     * here whether a text is a secret of the credential, without an event and from everywhere.
     */
    ExplanationRepresentation explain(InputStream body) {
        rights.requireView();
        Instant now = context.nowInMillis();
        ExplainedUse.Question question = ExplainRequest.read(body, now);
        if (question.presented().isPresent()) {
            rights.requireManage();
        }
        return ExplanationRepresentation.of(question, ExplainedUse.of(context.session(), client, question), now);
    }
}
