package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.PickUp;
import io.apicredentials.keycloak.client.StoredDelivery;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last link that was made for a credential, in answers and admin events: never its token, and no hash.
 *
 * @param open whether a secret can be picked up by it, as long as the credential is enabled
 * @param pickedUpAt null until it was used
 * @param pickedUpFrom the address, null when it was not known too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryRepresentation(
        String expiresAt,
        boolean open,
        @Nullable String pickedUpAt,
        @Nullable String pickedUpFrom) {

    /** The link of a credential at an instant; empty when none was made. */
    static Optional<DeliveryRepresentation> of(StoredDelivery delivery, Instant at) {
        return delivery.link()
                .filter(Delivery::isLink)
                .map(link -> new DeliveryRepresentation(
                        link.expiresAt().toString(),
                        delivery.isOpen(at),
                        link.pickUp().map(PickUp::at).map(Instant::toString).orElse(null),
                        link.pickUp().flatMap(PickUp::from).orElse(null)));
    }
}
