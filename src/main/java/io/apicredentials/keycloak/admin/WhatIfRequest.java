package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of which it is asked what it would do.
 *
 * @param update the fields of an update; none for other changes
 */
record WhatIfRequest(Change change, JsonNode update) {

    private static final String CHANGE = "change";

    /** What would be done. */
    enum Change {
        UPDATE,
        DISABLE,
        DELETE;

        /** The value in requests and answers. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Change> find(String word) {
            return Stream.of(values())
                    .filter(change -> change.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Reads it; the fields of an update are read with the credential.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static WhatIfRequest read(InputStream body) {
        JsonNode json = RequestJson.read(body);
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        @Nullable String word = fields.text(CHANGE);
        Optional<Change> change = word == null ? Optional.of(Change.UPDATE) : Change.find(word);
        if (change.isEmpty()) {
            String words = Stream.of(Change.values()).map(Change::word).collect(Collectors.joining(", "));
            problems.add(Problem.of(CHANGE, RequestProblem.NOT_ONE_OF, words));
        } else if (change.get() != Change.UPDATE) {
            fields.refuseUnknown();
        }
        Refusal.ifAny(problems);
        ObjectNode update = json.deepCopy();
        update.remove(CHANGE);
        return new WhatIfRequest(change.orElseThrow(), update);
    }
}
