package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import java.time.Instant;
import java.util.Optional;

/** Takes back a request that is open, or one that was approved and whose secret nobody has picked up. */
public record WithdrawRequest(ApprovalSubject subject) {

    /**
     * Takes it back, with an admin event. The caller has seen to the right to do so.
     *
     * @return false when there is nothing to be taken back; nothing is changed then
     */
    public boolean run(LastRequest last, String userId) {
        Instant now = subject.context().now();
        if (!last.isOpen(now) && !last.awaitsPickUp()) {
            return false;
        }
        LastRequest withdrawn = last.ended(RequestStatus.WITHDRAWN, now, Optional.of(userId));
        subject.store(withdrawn);
        subject.log(RequestAction.WITHDRAW, withdrawn);
        RequestNews.publish(subject, withdrawn);
        return true;
    }
}
