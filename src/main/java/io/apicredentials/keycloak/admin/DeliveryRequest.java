package io.apicredentials.keycloak.admin;

import io.apicredentials.delivery.DeliveryTerms;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import java.util.List;
import java.util.Optional;

/** The part of a request that says how a new secret is to reach somebody. */
final class DeliveryRequest {

    private static final String DELIVERY = "delivery";
    private static final String VALID_FOR = "validFor";
    private static final String ADDRESS_BOUND = "addressBound";

    /** Its fields. */
    static final List<String> FIELDS = List.of(DELIVERY, VALID_FOR, ADDRESS_BOUND);

    private DeliveryRequest() {}

    /** Reads it; empty where nothing is asked for, and the secret is shown at once, or where a problem was added. */
    static Optional<DeliveryTerms> read(RequestFields fields, Problems problems) {
        return new DeliveryTerms.Draft(fields.text(DELIVERY), fields.text(VALID_FOR), fields.flag(ADDRESS_BOUND))
                .check(problems::add);
    }
}
