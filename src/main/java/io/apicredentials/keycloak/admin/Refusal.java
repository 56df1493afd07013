package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.apicredentials.keycloak.client.GrantedPermissions.Holder;
import io.apicredentials.keycloak.history.NotReadException;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** The answers to requests that are not done; each of them rolls the transaction back. */
final class Refusal {

    private static final int MAX_NAMED = 10;

    private static final String NOT_NAMED = "not named without the right to view credentials";

    private Refusal() {}

    /**
     * Ends the request, if anything is wrong with it.
     *
     * @throws ErrorResponseException with status 400 and all that is wrong
     */
    static void ifAny(Problems problems) {
        if (!problems.isEmpty()) {
            throw answer(problems, Response.Status.BAD_REQUEST);
        }
    }

    /**
     * Ends the request, if there are problems that no request can be looked into for.
     *
     * @throws ErrorResponseException with status 400 and all of them
     */
    static void ifAny(List<Problem> problems) {
        Problems all = new Problems(MissingNode.getInstance());
        problems.forEach(all::add);
        ifAny(all);
    }

    /** 400 for the one thing that is wrong. */
    static ErrorResponseException badRequest(Problem problem) {
        return answer(Problems.one(problem), Response.Status.BAD_REQUEST);
    }

    static NotFoundException unknownCredential() {
        return new NotFoundException("There is no API credential with this id.");
    }

    /** 404 for what a correct request is about. */
    static ErrorResponseException notFound(Problem problem) {
        return answer(Problems.one(problem), Response.Status.NOT_FOUND);
    }

    /** 409 for a correct request that the state of the credential does not allow. */
    static ErrorResponseException conflict(Problem problem) {
        return answer(Problems.one(problem), Response.Status.CONFLICT);
    }

    /** 409 for a correct request that several things keep from being done. */
    static ErrorResponseException conflict(List<Problem> reasons) {
        Problems problems = new Problems(MissingNode.getInstance());
        reasons.forEach(problems::add);
        return answer(problems, Response.Status.CONFLICT);
    }

    /** 403 for a correct request that is somebody else's. */
    static ErrorResponseException forbidden(Problem problem) {
        return answer(Problems.one(problem), Response.Status.FORBIDDEN);
    }

    /** 409 for a correct request that had to wait too long for others. */
    static ErrorResponseException busy() {
        return answer(Problems.one(Problem.of("", RequestProblem.BUSY)), Response.Status.CONFLICT);
    }

    /** 409 for a change of settings that had to wait too long for others. */
    static ErrorResponseException settingsBusy() {
        return answer(Problems.one(Problem.of("", RequestProblem.SETTINGS_BUSY)), Response.Status.CONFLICT);
    }

    /** 409 for a check of the audit records while there is one. */
    static ErrorResponseException verificationRunning() {
        return answer(Problems.one(Problem.of("", RequestProblem.VERIFICATION_RUNNING)), Response.Status.CONFLICT);
    }

    /**
     * 409 for permission sets without what these credentials hold.
     *
     * @param mayView whether the caller may look at credentials, and not only at their number
     */
    static ErrorResponseException setsInUse(List<Holder> holders, boolean mayView) {
        String named = holders.stream()
                .limit(MAX_NAMED)
                .map(holder ->
                        Problem.cut(String.valueOf(holder.name()), Problem.MAX_ECHO) + " (" + holder.clientId() + ")")
                .collect(Collectors.joining(", "));
        int others = holders.size() - MAX_NAMED;
        String some = others > 0 ? named + " and " + others + " more" : named;
        String which = mayView ? some : NOT_NAMED;
        return answer(
                Problems.one(Problem.of("", RequestProblem.PERMISSION_SETS_IN_USE, holders.size(), which)),
                Response.Status.CONFLICT);
    }

    /** 500 for a realm that could not be prepared. */
    static ErrorResponseException notPrepared() {
        return ErrorResponse.error(Installer.NOT_INSTALLED, Response.Status.INTERNAL_SERVER_ERROR);
    }

    /** 409 for an export where there are as many as there may be. */
    static ErrorResponseException exportsRunning() {
        return answer(Problems.one(Problem.of("", RequestProblem.EXPORTS_RUNNING)), Response.Status.CONFLICT);
    }

    /** 409 for a creation of many where there are as many as there may be. */
    static ErrorResponseException bulksRunning() {
        return answer(Problems.one(Problem.of("", RequestProblem.BULKS_RUNNING)), Response.Status.CONFLICT);
    }

    /**
     * What is read of the audit records.
     *
     * @throws ErrorResponseException with status 503 when they cannot be read
     */
    static <T> T unlessUnreadable(Supplier<T> records) {
        try {
            return records.get();
        } catch (NotReadException notRead) {
            throw answer(
                    Problems.one(Problem.of("", RequestProblem.AUDIT_UNREADABLE)), Response.Status.SERVICE_UNAVAILABLE);
        }
    }

    /** 503 for a change that is not made, since it cannot be recorded. */
    static ErrorResponseException notRecorded() {
        return answer(Problems.one(Problem.of("", RequestProblem.NOT_RECORDED)), Response.Status.SERVICE_UNAVAILABLE);
    }

    private static ErrorResponseException answer(Problems problems, Response.Status status) {
        return new ErrorResponseException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(problems.answer())
                .build());
    }
}
