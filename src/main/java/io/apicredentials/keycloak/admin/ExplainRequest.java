package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.credential.Expiry;
import io.apicredentials.keycloak.health.ExplainedUse;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.problem.Problem;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question whether a use would be admitted. */
final class ExplainRequest {

    private static final String ADDRESS = "address";
    private static final String AT = "at";

    private ExplainRequest() {}

    /**
     * Reads it.
     *
     * @param now what is asked about where no instant is given
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static ExplainedUse.Question read(InputStream body, Instant now) {
        JsonNode json = RequestJson.read(body);
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        Optional<PeerAddress> address = PeerAddress.parse(fields.text(ADDRESS));
        if (address.isEmpty()) {
            problems.add(Problem.of(ADDRESS, RequestProblem.NOT_AN_ADDRESS));
        }
        @Nullable String at = fields.text(AT);
        Optional<Instant> instant = Optional.ofNullable(at).flatMap(Expiry::parse);
        if (at != null && instant.isEmpty()) {
            problems.add(Problem.of(AT, RequestProblem.NOT_AN_INSTANT));
        }
        Optional<String> secret = Optional.ofNullable(fields.text("secret"));
        fields.refuseUnknown();
        Refusal.ifAny(problems);
        return new ExplainedUse.Question(address.orElseThrow(), instant.orElse(now), secret);
    }
}
