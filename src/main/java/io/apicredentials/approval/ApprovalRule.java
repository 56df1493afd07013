package io.apicredentials.approval;

import java.time.Duration;
import java.util.Set;

/**
 * The rule for approval in a realm: what has to be approved, by how many, within which time.
 *
 * @param operations which of them wait; none where the realm wants no approval
 * @param approvals how many others have to approve, from 1 to {@value #MOST_APPROVALS}
 * @param timeout after how long a request times out, 5 minutes to 24 hours
 * @param serviceAccounts whether service accounts may approve, beside people
 */
public record ApprovalRule(Set<Operation> operations, int approvals, Duration timeout, boolean serviceAccounts) {

    public static final int MOST_APPROVALS = 10;
    public static final Duration SHORTEST_TIMEOUT = Duration.ofMinutes(5);
    public static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

    public ApprovalRule {
        operations = Set.copyOf(operations);
        if (approvals < 1 || approvals > MOST_APPROVALS) {
            throw new IllegalArgumentException("1 to " + MOST_APPROVALS + " others approve");
        }
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a request waits for 5 minutes to 24 hours");
        }
    }

    /**
     * Whether an operation waits. A change of the settings of approval does wherever any does: otherwise a user who may change
     * them could end that alone.
     */
    public boolean requires(Operation operation) {
        return operation == Operation.SETTINGS ? !operations.isEmpty() : operations.contains(operation);
    }

    /**
     * How many approvers are missing.
     *
     * @param others how many may approve, beside who asks
     */
    public int missing(int others) {
        return operations.isEmpty() ? 0 : Math.max(0, approvals - others);
    }

    /**
     * Whether no more has to wait than by another rule, and for no more people who are missing: a way out of a rule for which there
     * are too few may have several steps.
     *
     * @param others how many may approve by this rule, beside who asks
     * @param othersBefore how many may by the other one
     */
    public boolean isNoWorseThan(ApprovalRule before, int others, int othersBefore) {
        return before.operations.containsAll(operations) && missing(others) <= before.missing(othersBefore);
    }
}
