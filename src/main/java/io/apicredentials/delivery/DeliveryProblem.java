package io.apicredentials.delivery;

import io.apicredentials.problem.Problem;

/** What can be wrong with the wish for a link. */
public enum DeliveryProblem implements Problem.Kind {
    /** {1}: the field that was given. */
    DELIVERY_MISSING("'{1}' is for a link only; write \"delivery\": \"link\" too, or leave it out."),
    DELIVERY_UNKNOWN(
            "'{value}' is not a way to deliver a secret; write link, or leave it out to get the secret in the answer."),
    LINK_VALIDITY("A link cannot be valid for '{value}'; write an ISO 8601 duration from PT5M to P7D, such as PT24H.");

    private final String sentence;

    DeliveryProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
