package io.apicredentials.access;

/** The answer to "may this credential be used, here and now?". */
public sealed interface AccessDecision {

    record Admitted() implements AccessDecision {}

    record Refused(RefusalReason reason) implements AccessDecision {}
}
