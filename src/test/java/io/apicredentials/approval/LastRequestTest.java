package io.apicredentials.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request, and what may still become of it. */
class LastRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Optional<String> SOMEBODY = Optional.of("somebody");

    @Test
    void isOpenUntilTheVeryInstantOfItsEnd() {
        Instant end = NOW.plus(TIMEOUT);

        assertThat(request(Operation.UPDATE).status(end.minusNanos(1))).isEqualTo(RequestStatus.OPEN);
        assertThat(request(Operation.UPDATE).status(end)).isEqualTo(RequestStatus.TIMED_OUT);
    }

    @Test
    void aTimeOutIsNotedOnce() {
        Instant end = NOW.plus(TIMEOUT);
        LastRequest request = request(Operation.UPDATE);

        assertThat(request.isTimeOutToBeNoted(NOW)).isFalse();
        assertThat(request.isTimeOutToBeNoted(end)).isTrue();
        assertThat(request.ended(RequestStatus.TIMED_OUT, end, Optional.empty()).isTimeOutToBeNoted(end))
                .isFalse();
    }

    @Test
    void aDecisionStaysWhenItsTimeIsOver() {
        LastRequest approved = request(Operation.UPDATE).ended(RequestStatus.APPROVED, NOW, SOMEBODY);

        assertThat(approved.status(NOW.plus(Duration.ofDays(1)))).isEqualTo(RequestStatus.APPROVED);
        assertThat(approved.isOpen(NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasApprovedIsPickedUpOnceIfItIsASecret(Operation operation) {
        LastRequest approved = request(operation).ended(RequestStatus.APPROVED, NOW, SOMEBODY);
        boolean isSecret = operation == Operation.CREATE || operation == Operation.ROTATE;

        assertThat(request(operation).awaitsPickUp()).isFalse();
        assertThat(approved.awaitsPickUp()).isEqualTo(isSecret);
        if (isSecret) {
            LastRequest pickedUp = approved.pickedUp(NOW);
            assertThat(pickedUp.awaitsPickUp()).isFalse();
            assertThat(pickedUp.isApproved()).isTrue();
            assertThatIllegalStateException().isThrownBy(() -> pickedUp.pickedUp(NOW));
            assertThatIllegalStateException().isThrownBy(() -> pickedUp.ended(RequestStatus.WITHDRAWN, NOW, SOMEBODY));
        }
    }

    @Test
    void whatWasApprovedAndNotPickedUpCanBeDiscarded() {
        LastRequest discarded = request(Operation.ROTATE)
                .ended(RequestStatus.APPROVED, NOW, SOMEBODY)
                .ended(RequestStatus.WITHDRAWN, NOW, SOMEBODY);

        assertThat(discarded.awaitsPickUp()).isFalse();
        assertThat(discarded.isApproved()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "WITHDRAWN", "TIMED_OUT"})
    void whatHasEndedBecomesNothingElse(RequestStatus end) {
        LastRequest ended = request(Operation.CREATE).ended(end, NOW, SOMEBODY);

        for (RequestStatus next : Set.of(
                RequestStatus.APPROVED, RequestStatus.REJECTED, RequestStatus.WITHDRAWN, RequestStatus.TIMED_OUT)) {
            assertThatIllegalStateException().isThrownBy(() -> ended.ended(next, NOW, SOMEBODY));
        }
    }

    @Test
    void nothingEndsByBeingOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision(RequestStatus.OPEN, NOW, SOMEBODY));
    }

    @ParameterizedTest
    @EnumSource
    void aStatusIsFoundByItsWord(RequestStatus status) {
        assertThat(RequestStatus.find(status.word())).contains(status);
        assertThat(RequestStatus.find(status.name())).isEmpty();
    }

    private static LastRequest request(Operation operation) {
        ApprovalRule rule = new ApprovalRule(Set.of(operation), 1, TIMEOUT, false);
        ContentDigest digest = ContentDigest.of(operation, "credential", Map.of(), Map.of());
        return LastRequest.of(
                ApprovalRequest.open("id", operation, digest, "requester", Optional.empty(), rule, NOW), "{}", "{}");
    }
}
