package io.apicredentials.policy;

import io.apicredentials.problem.Problem;

/** How a credential can break what its realm demands. */
public enum PolicyProblem implements Problem.Kind {
    ALL_ADDRESSES_NOT_ALLOWED(
            "In this realm no credential can be used from all IP addresses; write up to 6 IPv4 addresses or ranges."),
    /** {1}: the shortest prefix that is right. */
    RANGE_TOO_WIDE("The range {value} is too wide for this realm; write ranges with a prefix of /{1} or longer."),
    OWNER_TEAM_MISSING("In this realm every credential needs an owner; write the team that is responsible for it."),
    OWNER_CONTACT_MISSING("In this realm every credential needs an owner; write the e-mail address of the team."),
    EXPIRY_MISSING("In this realm every credential needs an expiry; write a date and time."),
    /** {1}: the number of days; {2}: the latest instant that is right. */
    EXPIRY_TOO_FAR("In this realm a credential must expire within {1} days; write a date and time no later than {2}."),
    /** {1}: the number of days. */
    ROTATION_OVERDUE("In this realm secrets must be rotated every {1} days, and this one is older; rotate it."),
    /** {1}: the environment of the realm. */
    ENVIRONMENT_DIFFERS("The secret was made for another environment than this realm, which is {1}; rotate it.");

    private final String sentence;

    PolicyProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
