package io.apicredentials.keycloak.history;

import io.apicredentials.delivery.DeliveryRefusal;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The user events about links that hand secrets over: that of a client that is updated, as by client registration, which
 * realms save unless they are told not to. None has a token.
 *
 * @param address where the visit came from; null when it is not known
 */
public record DeliveryEvents(
        KeycloakSession session, RealmModel realm, @Nullable String address) {

    private static final String DELIVERY = "api_credential_delivery";
    private static final String PICKED_UP = "picked_up";
    private static final String ERROR_PREFIX = "delivery_";

    /** A secret was handed over; written with it, in the same transaction. */
    public void pickedUp(ClientModel client, String secretId) {
        event(client, PICKED_UP).detail(CredentialEvent.SECRET, secretId).success();
    }

    /** A visit that handed no secret over. */
    public void refused(ClientModel client, DeliveryRefusal reason) {
        event(client, reason.code()).error(ERROR_PREFIX + reason.code());
    }

    private EventBuilder event(ClientModel client, String what) {
        return new EventBuilder(realm, session)
                .event(EventType.CLIENT_UPDATE)
                .ipAddress(address)
                .client(client)
                .detail(DELIVERY, what);
    }
}
