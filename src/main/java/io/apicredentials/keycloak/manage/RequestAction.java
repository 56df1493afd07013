package io.apicredentials.keycloak.manage;

import java.util.Locale;

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
}
