package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.DeliveryFields;
import io.apicredentials.keycloak.json.RepeatedFields;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/**
 * The fields that answers have and requests need not: an update may repeat them as they were read. Generated clients send
 * all fields of their one class for credentials, hence an empty one counts as absent.
 */
final class AnswerFields {

    private static final String CREATED_AT = "createdAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final List<String> SHOWN_ONCE = List.of("clientSecret", "link");
    private static final Map<String, RequestProblem> UNCHANGING = unchanging();

    /** These describe the moment at which they were read, and may have changed since. */
    private static final List<String> OF_THE_MOMENT = List.of(
            "status", "ownerGone", "secrets", "delivery", "pending", "pickUp", "violations", "refusal", "warnings");

    private AnswerFields() {}

    /** Allows them in a creation where they are empty. */
    static void allowEmpty(RequestFields fields) {
        RepeatedFields creation = new RepeatedFields(fields);
        UNCHANGING.keySet().forEach(creation::allowEmpty);
        OF_THE_MOMENT.stream()
                .filter(name -> !DeliveryFields.NAMES.contains(name))
                .forEach(creation::allowEmpty);
        creation.allowEmpty(CREATED_AT);
        creation.allowEmpty(UPDATED_AT);
        SHOWN_ONCE.forEach(name -> creation.refuse(name, RequestProblem.SECRET_NOT_ACCEPTED));
    }

    /**
     * Refuses an update that changes one of them.
     *
     * @return whether it starts from another state than the present one, by its {@code updatedAt}
     */
    static boolean check(RequestFields fields, CredentialRepresentation present) {
        RepeatedFields update = new RepeatedFields(fields);
        JsonNode presentFields = JsonSerialization.mapper.valueToTree(present);
        UNCHANGING.forEach((name, problem) -> update.unchanged(name, presentFields.get(name), problem));
        update.unchangedInstant(CREATED_AT, present.createdAt(), RequestProblem.NEVER_CHANGES);
        OF_THE_MOMENT.forEach(update::ignore);
        SHOWN_ONCE.forEach(name -> update.refuse(name, RequestProblem.SECRET_NOT_ACCEPTED));
        return update.isOtherInstant(UPDATED_AT, present.updatedAt());
    }

    private static Map<String, RequestProblem> unchanging() {
        Map<String, RequestProblem> rules = new LinkedHashMap<>();
        rules.put("id", RequestProblem.ID_DIFFERS);
        rules.put("clientId", RequestProblem.CLIENT_ID_DIFFERS);
        rules.put("permissionSet", RequestProblem.PERMISSION_SET_DIFFERS);
        rules.put("enabled", RequestProblem.ENABLED_DIFFERS);
        rules.put("createdBy", RequestProblem.NEVER_CHANGES);
        return rules;
    }
}
