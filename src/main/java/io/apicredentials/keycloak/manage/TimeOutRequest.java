package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import java.time.Instant;
import java.util.Optional;

/** Notes that the time of a request is over. It was over before: this only tells of it, once. */
public record TimeOutRequest(ApprovalSubject subject) {

    /** Notes it, with an admin event, unless it was noted, or its time is not over. */
    public void run(LastRequest last, Instant now) {
        if (last.isTimeOutToBeNoted(now)) {
            LastRequest over =
                    last.ended(RequestStatus.TIMED_OUT, last.request().expiresAt(), Optional.empty());
            subject.store(over);
            subject.log(RequestAction.TIME_OUT, over);
            RequestNews.publish(subject, over);
        }
    }
}
