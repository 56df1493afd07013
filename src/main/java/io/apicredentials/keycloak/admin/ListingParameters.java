package io.apicredentials.keycloak.admin;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.ContentJudge;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialJudge;
import io.apicredentials.keycloak.history.DueUnused;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a listing.
 *
 * @param judge what has to be true of a credential that no database can judge; empty when nothing has
 */
record ListingParameters(CredentialFilter filter, Optional<CredentialJudge> judge, Sort sort, Page page) {

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
     * @param unused what is read if it is asked which are unused
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static ListingParameters read(
            MultivaluedMap<String, String> query,
            PermissionCatalogue catalogue,
            ContentJudge judge,
            Supplier<DueUnused> unused,
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
        List<CredentialJudge> judges = new ArrayList<>();
        Optional<CredentialStatus> status = StatusQuery.read(parameters);
        status.ifPresent(wanted -> judges.add(StatusQuery.judge(wanted, now)));
        parameters
                .flag("violates")
                .ifPresent(violates -> judges.add(CredentialJudge.ofContent(
                        credential -> judge.violations(credential).isEmpty() != violates,
                        CredentialAttribute.SECRETS,
                        CredentialAttribute.CREATED_AT)));
        DueQuery.read(parameters, judge, unused).ifPresent(judges::add);
        parameters
                .instant("expiresBefore")
                .ifPresent(before -> judges.add(CredentialJudge.of(
                        credential -> credential
                                .expiresAt()
                                .filter(end -> end.isBefore(before))
                                .isPresent(),
                        CredentialAttribute.EXPIRES_AT)));
        reach(parameters, catalogue).forEach(judges::add);
        Sort sort = sort(parameters);
        Page page = Page.read(parameters);
        parameters.refuseIfWrong();

        CredentialFilter narrowed =
                status.map(wanted -> StatusQuery.narrow(filter, wanted)).orElse(filter);
        boolean haveEnds = parameters.text("expiresBefore") != null || "expiry".equals(parameters.text("due"));
        return new ListingParameters(
                haveEnds ? narrowed.ifHaving(CredentialAttribute.EXPIRES_AT) : narrowed,
                judges.stream().reduce(CredentialJudge::and),
                sort,
                page);
    }

    /** What credentials are to be usable for and from. */
    private static Stream<CredentialJudge> reach(QueryParameters parameters, PermissionCatalogue catalogue) {
        Optional<CredentialJudge> address = Optional.ofNullable(parameters.text("address"))
                .flatMap(text -> AskedAddress.parse(text, wrong -> parameters.wrong(wrong.within("address"))))
                .map(asked -> CredentialJudge.of(
                        credential -> credential.reach().isUsableFrom(asked), CredentialAttribute.ALLOWED_IPS));
        Optional<CredentialJudge> permission = Optional.ofNullable(parameters.text("permission"))
                .flatMap(text -> PermissionPattern.parse(text, wrong -> parameters.wrong(wrong.within("permission"))))
                .map(asked -> CredentialJudge.of(
                        credential -> credential.reach().mayDo(asked, catalogue),
                        CredentialAttribute.PERMISSION_SET,
                        CredentialAttribute.PERMISSIONS));
        Optional<CredentialJudge> open = parameters
                .flag("openToAll")
                .map(isOpen -> CredentialJudge.of(
                        credential -> credential.reach().isOpenToAll() == isOpen, CredentialAttribute.ALLOWED_IPS));
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
}
