package io.apicredentials.keycloak.admin;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.UnusedCredentials;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.network.AskedAddress;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionPattern;
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
record ListingParameters(CredentialFilter filter, Optional<Predicate<StoredCredential>> judge, Sort sort, Page page) {

    /** In which order. */
    enum Sort {
        NAME("name"),
        /** Those that were used last come first, and those that never were come last. */
        LAST_USED("lastUsed"),
        /** The other way round. */
        LONGEST_UNUSED("longestUnused");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

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
            "expiresBefore",
            "address",
            "permission",
            "openToAll",
            "withoutOwner",
            "sort");

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
        CredentialFilter filter = new CredentialFilter(
                parameters.text("search"),
                permissionSet,
                enabled,
                parameters.text("owner"),
                parameters.flag("withoutOwner").map(without -> !without).orElse(null));
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
        reach(parameters, catalogue).forEach(judges::add);
        Sort sort = sort(parameters);
        Page page = Page.read(parameters);
        parameters.refuseIfWrong();

        return new ListingParameters(filter, judges.stream().reduce(Predicate::and), sort, page);
    }

    /** What credentials are to be usable for and from. */
    private static Stream<Predicate<StoredCredential>> reach(
            QueryParameters parameters, PermissionCatalogue catalogue) {
        Optional<Predicate<StoredCredential>> address = Optional.ofNullable(parameters.text("address"))
                .flatMap(text -> AskedAddress.parse(text, wrong -> parameters.wrong(wrong.within("address"))))
                .map(asked -> credential -> credential.reach().isUsableFrom(asked));
        Optional<Predicate<StoredCredential>> permission = Optional.ofNullable(parameters.text("permission"))
                .flatMap(text -> PermissionPattern.parse(text, wrong -> parameters.wrong(wrong.within("permission"))))
                .map(asked -> credential -> credential.reach().mayDo(asked, catalogue));
        Optional<Predicate<StoredCredential>> open = parameters
                .flag("openToAll")
                .map(isOpen -> credential -> credential.reach().isOpenToAll() == isOpen);
        return Stream.of(address, permission, open).flatMap(Optional::stream);
    }

    private static Sort sort(QueryParameters parameters) {
        @Nullable String wanted = parameters.text("sort");
        Optional<Sort> sort = wanted == null
                ? Optional.of(Sort.NAME)
                : Stream.of(Sort.values())
                        .filter(one -> one.word.equals(wanted))
                        .findFirst();
        if (sort.isEmpty()) {
            parameters.wrong(Problem.of("sort", RequestProblem.NOT_ONE_OF, "name, lastUsed, longestUnused"));
        }
        return sort.orElse(Sort.NAME);
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
