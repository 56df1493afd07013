package io.apicredentials.keycloak.admin;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a listing.
 *
 * @param judge what has to be true of a credential that no database can judge; empty when nothing has
 */
record ListingParameters(CredentialFilter filter, Optional<Predicate<StoredCredential>> judge, Page page) {

    private static final List<String> KNOWN = List.of(
            "first",
            "max",
            "search",
            "permissionSet",
            "enabled",
            "status",
            "owner",
            "violates",
            "due",
            "expiresBefore");

    /**
     * Reads them.
     *
     * @param unused what is read of all credentials if it is asked which are unused
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static ListingParameters read(
            MultivaluedMap<String, String> query,
            PermissionCatalogue catalogue,
            ContentJudge judge,
            Supplier<UnusedCredentials> unused,
            Instant now) {
        QueryParameters parameters = new QueryParameters(query, KNOWN);
        String permissionSet = parameters.text("permissionSet");
        if (permissionSet != null && catalogue.find(permissionSet).isEmpty()) {
            parameters.wrong(Problem.of(
                    "permissionSet", RequestProblem.PERMISSION_SET_UNKNOWN, String.join(", ", catalogue.types())));
        }
        Boolean enabled = parameters.flag("enabled").orElse(null);
        CredentialFilter filter =
                new CredentialFilter(parameters.text("search"), permissionSet, enabled, parameters.text("owner"));
        List<Predicate<StoredCredential>> judges = new ArrayList<>();
        status(parameters).ifPresent(status -> judges.add(credential -> credential.status(now) == status));
        parameters
                .flag("violates")
                .ifPresent(violates ->
                        judges.add(credential -> judge.violations(credential).isEmpty() != violates));
        due(parameters, judge, unused, now).ifPresent(judges::add);
        parameters
                .instant("expiresBefore")
                .ifPresent(before -> judges.add(credential -> credential
                        .expiresAt()
                        .filter(end -> end.isBefore(before))
                        .isPresent()));
        Page page = Page.read(parameters);
        parameters.refuseIfWrong();

        return new ListingParameters(filter, judges.stream().reduce(Predicate::and), page);
    }

    private static Optional<CredentialStatus> status(QueryParameters parameters) {
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

    private static Optional<Predicate<StoredCredential>> due(
            QueryParameters parameters, ContentJudge judge, Supplier<UnusedCredentials> unused, Instant now) {
        @Nullable String wanted = parameters.text("due");
        if (wanted == null) {
            return Optional.empty();
        }
        return switch (wanted) {
            case "rotation" -> Optional.of(judge::isRotationDue);
            case "expiry" -> Optional.of(judge::isExpiryDue);
            case "unused" -> {
                UnusedCredentials known = unused.get();
                yield Optional.of(credential -> known.isDue(credential, now));
            }
            default -> {
                parameters.wrong(Problem.of("due", RequestProblem.NOT_ONE_OF, "rotation, expiry, unused"));
                yield Optional.empty();
            }
        };
    }
}
