package io.apicredentials.credential;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.PermissionDraft;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a credential to be, before any rule was applied; null where nothing was given.
 *
 * @param permissions null means the defaults of the set
 */
public record CredentialDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> allowedIps,
        @Nullable List<PermissionDraft> permissions) {

    /** An empty description is none: that is what a form and generated clients send for it, and what Oracle stores. */
    public CredentialDraft {
        description = "".equals(description) ? null : description;
    }

    /**
     * Applies every rule and reports everything that is wrong.
     *
     * @param set null when the permission set itself was wrong: the rest is checked all the same
     * @param problem receives the field ({@code allowedIps[2]}) and one sentence saying what is wrong and what would be
     *     right
     * @return empty if anything was reported, or without a set
     */
    public Optional<CredentialContent> check(@Nullable PermissionSet set, BiConsumer<String, String> problem) {
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

    private Optional<CredentialText> checkName(BiConsumer<String, String> problem) {
        if (name == null) {
            problem.accept("name", "The name is missing; write 5 to 50 characters.");
            return Optional.empty();
        }
        return CredentialText.parse(name, message -> problem.accept("name", message));
    }

    private Optional<CredentialText> checkDescription(BiConsumer<String, String> problem) {
        return description == null
                ? Optional.empty()
                : CredentialText.parse(description, message -> problem.accept("description", message));
    }

    private Optional<IpAllowList> checkAllowedIps(BiConsumer<String, String> problem) {
        if (allowedIps == null) {
            problem.accept(
                    "allowedIps",
                    "The IP addresses are missing; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0 alone for all IP"
                            + " addresses.");
            return Optional.empty();
        }
        return IpAllowList.parse(allowedIps, (place, message) -> problem.accept("allowedIps" + place, message));
    }

    private Optional<Permissions> checkPermissions(PermissionSet set, BiConsumer<String, String> problem) {
        return permissions == null
                ? Optional.of(set.defaultPermissions())
                : set.check(permissions, (place, message) -> problem.accept("permissions" + place, message));
    }
}
