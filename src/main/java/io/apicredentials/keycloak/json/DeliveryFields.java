package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.problem.Problem;
import io.apicredentials.time.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The part of a request that says how a new secret is to reach somebody. */
public final class DeliveryFields {

    private static final String DELIVERY = "delivery";
    private static final String VALID_FOR = "validFor";
    private static final String ADDRESS_BOUND = "addressBound";

    /** Their names. */
    public static final List<String> NAMES = List.of(DELIVERY, VALID_FOR, ADDRESS_BOUND);

    private DeliveryFields() {}

    /** Reads them; empty where nothing is asked for, and the secret is shown at once, or where a problem was reported. */
    public static Optional<DeliveryTerms> read(RequestFields fields, Consumer<Problem> problem) {
        return new DeliveryTerms.Draft(fields.text(DELIVERY), fields.text(VALID_FOR), fields.flag(ADDRESS_BOUND))
                .check(problem);
    }

    /** Writes them as they are read. */
    static void write(DeliveryTerms terms, ObjectNode fields) {
        fields.put(DELIVERY, DeliveryTerms.LINK)
                .put(VALID_FOR, Span.format(terms.validFor()))
                .put(ADDRESS_BOUND, terms.addressBound());
    }
}
