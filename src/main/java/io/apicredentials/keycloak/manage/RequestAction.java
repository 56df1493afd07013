package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Vote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to a request for approval. */
public enum RequestAction {
    REQUEST,
    APPROVE,
    REJECT,
    WITHDRAW,
    TIME_OUT;

    /** The name in admin events, such as {@code time-out}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why, as the request or its last vote says; neither says it of a withdrawal or a time-out. */
    Optional<String> reason(LastRequest last) {
        List<Vote> votes = last.request().votes();
        return switch (this) {
            case REQUEST -> last.request().reason();
            case APPROVE, REJECT ->
                votes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(votes.get(votes.size() - 1).reason());
            case WITHDRAW, TIME_OUT -> Optional.empty();
        };
    }
}
