package io.apicredentials.credential;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a credential that can be edited, all of it valid.
 *
 * @param expiresAt the first instant, in whole seconds, at which it cannot be used any more; empty when it has no end
 * @param tokenLifespan for how many seconds its tokens are valid, where that is less than the realm says
 */
public record CredentialContent(
        CredentialText name,
        @Nullable CredentialText description,
        IpAllowList allowedIps,
        Permissions permissions,
        Owner owner,
        Optional<Instant> expiresAt,
        OptionalInt tokenLifespan) {

    /** The longest lifespan of a token, in seconds. */
    public static final int LONGEST_LIFESPAN = 3600;

    /** The shortest that is accepted anew; Keycloak's own ways of editing have always accepted every second. */
    public static final int SHORTEST_NEW_LIFESPAN = 60;

    /**
     * What somebody wants a credential to be, before any rule was applied; null where nothing was given.
     *
     * @param permissions null means the defaults of the set
     * @param expiresAt an instant as text; empty, as forms and generated clients send it, means none
     * @param tokenLifespan in seconds; the longest is no other than none
     */
    public record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> allowedIps,
            @Nullable List<PermissionDraft> permissions,
            Owner.Draft owner,
            @Nullable String expiresAt,
            @Nullable Integer tokenLifespan) {

        /** An empty description is none: that is what a form and generated clients send for it, and what Oracle stores. */
        public Draft {
            description = "".equals(description) ? null : description;
            expiresAt = "".equals(expiresAt) ? null : expiresAt;
            tokenLifespan = Objects.equals(tokenLifespan, LONGEST_LIFESPAN) ? null : tokenLifespan;
        }

        /**
         * Applies every rule and reports everything that is wrong.
         *
         * @param set null when the permission set itself was wrong: the rest is checked all the same
         * @param problem receives each, at its field, such as {@code allowedIps[2]}
         * @return empty if anything was reported, or without a set
         */
        public Optional<CredentialContent> check(@Nullable PermissionSet set, Consumer<Problem> problem) {
            return check(set, Optional.empty(), problem);
        }

        /**
         * The same for a credential that holds permissions already: as long as all of them stay as they are, the set need
         * not have them any more.
         */
        public Optional<CredentialContent> check(
                @Nullable PermissionSet set, Optional<Permissions> held, Consumer<Problem> problem) {
            Optional<CredentialText> checkedName = checkName(problem);
            Optional<CredentialText> checkedDescription = checkDescription(problem);
            Optional<IpAllowList> checkedIps = checkAllowedIps(problem);
            Optional<Permissions> checkedPermissions = checkPermissions(set, held, problem);
            Optional<Owner> checkedOwner = owner.check(wrong -> problem.accept(wrong.within("owner")));
            Optional<Instant> checkedExpiry = checkExpiry(problem);
            boolean lifespanIsRight = checkLifespan(problem);
            boolean descriptionIsWrong = description != null && checkedDescription.isEmpty();
            boolean expiryIsWrong = expiresAt != null && checkedExpiry.isEmpty();
            if (checkedName.isEmpty()
                    || descriptionIsWrong
                    || checkedIps.isEmpty()
                    || checkedPermissions.isEmpty()
                    || checkedOwner.isEmpty()
                    || expiryIsWrong
                    || !lifespanIsRight) {
                return Optional.empty();
            }
            return Optional.of(new CredentialContent(
                    checkedName.get(),
                    checkedDescription.orElse(null),
                    checkedIps.get(),
                    checkedPermissions.get(),
                    checkedOwner.get(),
                    checkedExpiry,
                    tokenLifespan == null ? OptionalInt.empty() : OptionalInt.of(tokenLifespan)));
        }

        private Optional<Instant> checkExpiry(Consumer<Problem> problem) {
            if (expiresAt == null) {
                return Optional.empty();
            }
            Optional<Instant> instant = Expiry.parse(expiresAt);
            if (instant.isEmpty()) {
                problem.accept(Problem.with("expiresAt", ContentProblem.EXPIRY_MALFORMED, expiresAt));
            }
            return instant;
        }

        private boolean checkLifespan(Consumer<Problem> problem) {
            boolean isRight = tokenLifespan == null || (tokenLifespan >= 1 && tokenLifespan <= LONGEST_LIFESPAN);
            if (!isRight) {
                problem.accept(lifespanProblem());
            }
            return isRight;
        }

        /** Whether the permissions are those that a credential holds already. */
        public boolean keeps(Optional<Permissions> held) {
            return held.map(Permissions::drafts)
                    .filter(drafts -> drafts.equals(permissions))
                    .isPresent();
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

        private Optional<Permissions> checkPermissions(
                @Nullable PermissionSet set, Optional<Permissions> held, Consumer<Problem> problem) {
            if (keeps(held)) {
                return held;
            }
            if (set == null) {
                return Optional.empty();
            }
            return permissions == null
                    ? Optional.of(set.defaultPermissions())
                    : set.check(permissions, wrong -> problem.accept(wrong.within("permissions")));
        }
    }

    /** What is wrong with a lifespan that is newly chosen, and is not what it must be. */
    public static Problem lifespanProblem() {
        return Problem.of(
                "tokenLifespan", ContentProblem.TOKEN_LIFESPAN_RANGE, SHORTEST_NEW_LIFESPAN, LONGEST_LIFESPAN);
    }
}
