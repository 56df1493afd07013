package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.credential.CredentialContent;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ContentRepresentation;
import io.apicredentials.keycloak.json.CredentialRepresentation;
import io.apicredentials.keycloak.json.DeliveryFields;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to create a credential, valid as a whole; and how one to update it is read.
 *
 * @param reason why it is asked for, where others have to approve it; empty when nothing is said
 * @param delivery how the secret of a new one is to reach somebody; empty to have it shown at once
 */
record CredentialRequest(
        PermissionSet permissionSet,
        CredentialContent content,
        Optional<DeliveryTerms> delivery,
        Optional<String> reason) {

    /** A request to update one, valid as a whole. */
    record Update(CredentialContent content, Optional<String> reason) {}

    /** Judges what a credential is to be by what its realm demands. */
    @FunctionalInterface
    interface Judge {

        /**
         * What is wrong with it, each at its field.
         *
         * @param before empty for a new credential
         */
        List<Problem> changed(Optional<CredentialContent> before, CredentialContent after);
    }

    private static final String PERMISSION_SET = "permissionSet";
    private static final String PERMISSIONS = "permissions";

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static CredentialRequest create(InputStream body, PermissionCatalogue catalogue, Judge judge) {
        JsonNode json = RequestJson.read(body);
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        String type = fields.text(PERMISSION_SET);
        PermissionSet set = type == null ? null : catalogue.find(type).orElse(null);
        if (set == null) {
            problems.add(Problem.of(
                    PERMISSION_SET,
                    type == null ? RequestProblem.PERMISSION_SET_MISSING : RequestProblem.PERMISSION_SET_UNKNOWN,
                    String.join(", ", catalogue.types())));
        }
        AnswerFields.allowEmpty(fields);
        CredentialContent.Draft draft = ContentRepresentation.read(fields);
        Optional<DeliveryTerms> delivery = DeliveryFields.read(fields, problems::add);
        Optional<String> reason = ReasonField.read(fields, problems);
        Optional<CredentialContent> content = draft(draft, fields).check(set, problems::add);
        content.ifPresent(wanted -> judge(Optional.empty(), wanted, judge, problems));
        Refusal.ifAny(problems);
        if (set == null || content.isEmpty()) {
            throw new IllegalStateException("content is refused without a problem");
        }
        return new CredentialRequest(set, content.get(), delivery, reason);
    }

    /**
     * Reads an update. The fields that cannot be edited may be given as they are, so that what GET answered can be edited
     * and sent back. One that was read before the last change is refused by its {@code updatedAt}, unless it changes
     * nothing: a tool that declares the same state again and again need not read it before.
     *
     * @param set the credential's, which never changes; empty if the realm does not have it any more
     * @param present the credential as it is
     * @param stored the same as it is stored
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static Update update(
            JsonNode json,
            Optional<PermissionSet> set,
            CredentialRepresentation present,
            StoredCredential stored,
            Judge judge) {
        Problems problems = new Problems(json);
        if (!json.hasNonNull(PERMISSIONS)) {
            problems.add(Problem.of(PERMISSIONS, RequestProblem.PERMISSIONS_MISSING));
        }
        RequestFields fields = new RequestFields(json, "", problems);
        boolean stale = AnswerFields.check(fields, present);
        Optional<Permissions> held = stored.permissions();
        Optional<String> reason = ReasonField.read(fields, problems);
        CredentialContent.Draft draft = draft(ContentRepresentation.read(fields, stored.draft()), fields);
        if (set.isEmpty() && !draft.keeps(held)) {
            problems.add(Problem.of(PERMISSION_SET, RequestProblem.PERMISSION_SET_GONE));
        }
        Optional<CredentialContent> content = draft.check(set.orElse(null), held, problems::add);
        boolean changesNothing =
                problems.isEmpty() && content.filter(present::has).isPresent();
        if (stale && !changesNothing) {
            problems.add(Problem.of("updatedAt", RequestProblem.STALE));
        }
        if (!changesNothing) {
            content.ifPresent(wanted -> judge(stored.content(), wanted, judge, problems));
        }
        Refusal.ifAny(problems);
        return new Update(
                content.orElseThrow(() -> new IllegalStateException("content is refused without a problem")), reason);
    }

    private static void judge(
            Optional<CredentialContent> before, CredentialContent wanted, Judge judge, Problems problems) {
        OptionalInt lifespan = wanted.tokenLifespan();
        boolean isNew = !before.map(CredentialContent::tokenLifespan)
                .filter(lifespan::equals)
                .isPresent();
        if (isNew && lifespan.isPresent() && lifespan.getAsInt() < CredentialContent.SHORTEST_NEW_LIFESPAN) {
            problems.add(CredentialContent.lifespanProblem());
        }
        judge.changed(before, wanted).forEach(problems::add);
    }

    private static CredentialContent.Draft draft(CredentialContent.Draft draft, RequestFields fields) {
        fields.refuseUnknown();
        return draft;
    }
}
