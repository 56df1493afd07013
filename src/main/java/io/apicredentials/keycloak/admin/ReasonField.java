package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.Reason;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.ClientSecret;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody says about a request or a vote: a field of a body, or a query parameter where there is none. */
final class ReasonField {

    static final String NAME = "reason";

    private ReasonField() {}

    /** Reads it; empty where nothing is said, or a problem was added. */
    static Optional<String> read(RequestFields fields, Problems problems) {
        @Nullable String text = fields.text(NAME);
        return text == null ? Optional.empty() : parse(text, problems::add);
    }

    /** The same in a query. */
    static Optional<String> read(QueryParameters parameters) {
        @Nullable String text = parameters.text(NAME);
        return text == null ? Optional.empty() : parse(text, parameters::wrong);
    }

    /** It is stored, answered and sent by mail: a secret that somebody has pasted into it must not be. */
    private static Optional<String> parse(String text, Consumer<Problem> problem) {
        return Reason.parse(ClientSecret.mask(text), NAME, problem);
    }
}
