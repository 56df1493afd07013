package io.apicredentials.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalRuleTest {

    private static final Set<Operation> SOME = Set.of(Operation.CREATE, Operation.UPDATE);

    @ParameterizedTest
    @CsvSource({"3, 1, 2", "3, 3, 0", "3, 4, 0", "1, 0, 1"})
    void saysHowManyApproversAreMissing(int approvals, int others, int missing) {
        assertThat(rule(SOME, approvals).missing(others)).isEqualTo(missing);
    }

    @Test
    void nobodyIsMissingWhereNothingWaits() {
        assertThat(rule(Set.of(), 3).missing(0)).isZero();
    }

    @Test
    void isNoWorseThanOneForWhichMoreAreMissing() {
        assertThat(rule(SOME, 2).isNoWorseThan(rule(SOME, 3), 1, 1)).isTrue();
        assertThat(rule(SOME, 3).isNoWorseThan(rule(SOME, 2), 1, 1)).isFalse();
    }

    @Test
    void isNoWorseThanOneByWhichMoreWaits() {
        assertThat(rule(Set.of(Operation.CREATE), 3).isNoWorseThan(rule(SOME, 3), 1, 1))
                .isTrue();
        assertThat(rule(SOME, 2).isNoWorseThan(rule(Set.of(Operation.CREATE), 3), 1, 1))
                .isFalse();
    }

    @Test
    void isWorseWhereItTakesApproversAway() {
        assertThat(rule(SOME, 3).isNoWorseThan(rule(SOME, 3), 1, 2)).isFalse();
        assertThat(rule(SOME, 3).isNoWorseThan(rule(SOME, 3), 2, 1)).isTrue();
    }

    private static ApprovalRule rule(Set<Operation> operations, int approvals) {
        return new ApprovalRule(operations, approvals, ApprovalRule.DEFAULT_TIMEOUT, false);
    }
}
