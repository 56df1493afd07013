package io.apicredentials.permission;

import io.apicredentials.problem.Problem;

/** What can be wrong with the permissions of a credential. */
public enum PermissionProblem implements Problem.Kind {
    /** {1}: the set. */
    PERMISSIONS_EMPTY(
            "At least one permission is needed; leave the permissions out to get the defaults of the set {1}."),
    /** {1}: how many there are; {2}: how many are allowed. */
    TOO_MANY_PERMISSIONS(
            "There are {1} permissions; at most {2} are allowed, so use a wider scope or split the credential."),
    /** {1}: the permission. */
    DUPLICATE_PERMISSION("The permission {1} is listed twice; list each one once."),
    /** {1}: the types that there are. */
    PERMISSION_TYPE_MISSING("The permission has no type; choose one of: {1}."),
    /** {1}: the set; {2}: its types. */
    PERMISSION_TYPE_UNKNOWN("'{value}' is not a type of {1}; choose one of: {2}."),
    /** {1}: the actions that there are. */
    PERMISSION_ACTION_MISSING("The permission has no action; choose one of: {1}."),
    /** {1}: the set or the type; {2}: its actions. */
    PERMISSION_ACTION_UNKNOWN("'{value}' is not an action of {1}; choose one of: {2}."),
    /** {1}: the scopes that there are. */
    PERMISSION_SCOPE_MISSING("The permission has no scope; choose one of: {1}."),
    /** {1}: the set, the type or the type and the action; {2}: its scopes. */
    PERMISSION_SCOPE_UNKNOWN("'{value}' is not a scope of {1}; choose one of: {2}."),
    /** {1}: the permission; {2}: the set. */
    PERMISSION_NOT_IN_CATALOGUE(
            "The permission {1} is no longer in the set {2} of this realm; remove it, or add it to the set."),
    PERMISSION_PATTERN_MALFORMED(
            "'{value}' does not name permissions; write type:action, type:action:scope or type:action:scope:resource, such"
                    + " as balances:read or balances:read:vault."),
    RESOURCE_IN_SCOPE_ORG("A permission in scope org has no resource; leave it out or choose a narrower scope."),
    RESOURCE_MALFORMED(
            "'{value}' is not a resource id; write 1 to 64 letters, digits or any of . _ : - or leave it out for"
                    + " every resource.");

    private final String sentence;

    PermissionProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
