package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.Reason;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody says about a request or a vote: a field of a body, or a query parameter where there is none. */
final class ReasonField {

    static final String NAME = "reason";

    private ReasonField() {}

    /** Reads it; empty where nothing is said, or a problem was added. */
    static Optional<String> read(RequestFields fields, Problems problems) {
        @Nullable String text = fields.text(NAME);
        return text == null ? Optional.empty() : Reason.parse(text, NAME, problems::add);
    }

    /** The same in a query. */
    static Optional<String> read(QueryParameters parameters) {
        @Nullable String text = parameters.text(NAME);
        return text == null ? Optional.empty() : Reason.parse(text, NAME, parameters::wrong);
    }
}
