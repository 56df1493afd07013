package io.apicredentials.credential;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The part of a credential that can be edited, all of it valid. */
public record CredentialContent(
        CredentialText name, @Nullable CredentialText description, IpAllowList allowedIps, Permissions permissions) {

    /**
     * What somebody wants a credential to be, before any rule was applied; null where nothing was given.
     *
     * @param permissions null means the defaults of the set
     */
    public record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> allowedIps,
            @Nullable List<PermissionDraft> permissions) {

        /** An empty description is none: that is what a form and generated clients send for it, and what Oracle stores. */
        public Draft {
            description = "".equals(description) ? null : description;
        }

        /**
         * Applies every rule and reports everything that is wrong.
         *
         * @param set null when the permission set itself was wrong: the rest is checked all the same
         * @param problem receives each, at its field, such as {@code allowedIps[2]}
         * @return empty if anything was reported, or without a set
         */
        public Optional<CredentialContent> check(@Nullable PermissionSet set, Consumer<Problem> problem) {
            Optional<CredentialText> checkedName = checkName(problem);
            Optional<CredentialText> checkedDescription = checkDescription(problem);
            Optional<IpAllowList> checkedIps = checkAllowedIps(problem);
            Optional<Permissions> checkedPermissions = set == null ? Optional.empty() : checkPermissions(set, problem);
            boolean descriptionIsWrong = description != null && checkedDescription.isEmpty();
            if (checkedName.isEmpty() || descriptionIsWrong || checkedIps.isEmpty() || checkedPermissions.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new CredentialContent(
                    checkedName.get(), checkedDescription.orElse(null), checkedIps.get(), checkedPermissions.get()));
        }

        private Optional<CredentialText> checkName(Consumer<Problem> problem) {
            if (name == null) {
                problem.accept(Problem.of("name", ContentProblem.NAME_MISSING));
                return Optional.empty();
            }
            return CredentialText.parse(name, wrong -> problem.accept(wrong.within("name")));
        }

        private Optional<CredentialText> checkDescription(Consumer<Problem> problem) {
            return description == null
                    ? Optional.empty()
                    : CredentialText.parse(description, wrong -> problem.accept(wrong.within("description")));
        }

        private Optional<IpAllowList> checkAllowedIps(Consumer<Problem> problem) {
            if (allowedIps == null) {
                problem.accept(Problem.of("allowedIps", ContentProblem.ADDRESSES_MISSING));
                return Optional.empty();
            }
            return IpAllowList.parse(allowedIps, wrong -> problem.accept(wrong.within("allowedIps")));
        }

        private Optional<Permissions> checkPermissions(PermissionSet set, Consumer<Problem> problem) {
            return permissions == null
                    ? Optional.of(set.defaultPermissions())
                    : set.check(permissions, wrong -> problem.accept(wrong.within("permissions")));
        }
    }
}
