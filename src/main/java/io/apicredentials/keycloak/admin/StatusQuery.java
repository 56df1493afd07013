package io.apicredentials.keycloak.admin;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialJudge;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query parameter {@code status} of a listing. */
final class StatusQuery {

    private StatusQuery() {}

    /** The status that is asked for; notes what is wrong. */
    static Optional<CredentialStatus> read(QueryParameters parameters) {
        String wanted = parameters.text("status");
        Optional<CredentialStatus> status = Stream.of(CredentialStatus.values())
                .filter(one -> one.word().equals(wanted))
                .findFirst();
        if (wanted != null && status.isEmpty()) {
            String words = Stream.of(CredentialStatus.values())
                    .map(CredentialStatus::word)
                    .collect(Collectors.joining(", "));
            parameters.wrong(Problem.of("status", RequestProblem.NOT_ONE_OF, words));
        }
        return status;
    }

    /** Decides whether a credential has it. */
    static CredentialJudge judge(CredentialStatus wanted, Instant now) {
        return CredentialJudge.of(
                credential -> credential.status(now) == wanted,
                CredentialAttribute.EXPIRES_AT,
                CredentialAttribute.REQUEST);
    }

    /** Leaves out credentials that cannot have it, as far as a database can say that; the others are judged. */
    static CredentialFilter narrow(CredentialFilter filter, CredentialStatus wanted) {
        return switch (wanted) {
            case ENABLED -> filter.ifEnabled(true);
            case DISABLED -> filter.ifEnabled(false);
            case EXPIRED -> filter.ifEnabled(true).ifHaving(CredentialAttribute.EXPIRES_AT);
            case CREATION_APPROVAL_COMPLETE,
                    REJECTED,
                    CREATION_APPROVAL_PENDING,
                    MODIFICATION_APPROVAL_PENDING,
                    ENABLE_APPROVAL_PENDING,
                    DELETION_APPROVAL_PENDING,
                    ROTATION_APPROVAL_PENDING -> filter.ifHaving(CredentialAttribute.REQUEST);
        };
    }
}
