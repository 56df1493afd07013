package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialJudge;
import io.apicredentials.keycloak.history.DueUnused;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code due} of a listing. */
final class DueQuery {

    private DueQuery() {}

    /**
     * Decides whether something is due; notes what is wrong with the question.
     *
     * @param unused what is read if it is asked which are unused
     */
    static Optional<CredentialJudge> read(QueryParameters parameters, ContentJudge judge, Supplier<DueUnused> unused) {
        @Nullable String wanted = parameters.text("due");
        if (wanted == null) {
            return Optional.empty();
        }
        return switch (wanted) {
            case "rotation" ->
                Optional.of(CredentialJudge.of(
                        judge::isRotationDue, CredentialAttribute.SECRETS, CredentialAttribute.CREATED_AT));
            case "expiry" -> Optional.of(CredentialJudge.of(judge::isExpiryDue, CredentialAttribute.EXPIRES_AT));
            case "unused" -> {
                DueUnused due = unused.get();
                yield Optional.of(
                        due.isPossible()
                                ? CredentialJudge.ofContentAmong(
                                        due::among,
                                        CredentialAttribute.CREATED_AT,
                                        CredentialAttribute.UPDATED_AT,
                                        CredentialAttribute.REQUEST)
                                : CredentialJudge.NEVER);
            }
            default -> {
                parameters.wrong(Problem.of("due", RequestProblem.NOT_ONE_OF, "rotation, expiry, unused"));
                yield Optional.empty();
            }
        };
    }
}
