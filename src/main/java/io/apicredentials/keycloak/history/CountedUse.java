package io.apicredentials.keycloak.history;

import io.apicredentials.network.PeerAddress;
import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A request of a credential for a token, as it is counted: from the event about it, since that says also what was refused after the
 * credential had been authenticated.
 */
public record CountedUse(UsageKey key, Instant at) {

    /** The event listener that counts. */
    public static final String LISTENER = "api-credential-events";

    /** Of the texts of an address that there are. */
    private static final int LONGEST_ADDRESS = 45;

    /** What an event says of a use; empty for all other events. */
    public static Optional<CountedUse> of(KeycloakSession session, Event event) {
        boolean isUse = event.getType() == EventType.CLIENT_LOGIN || event.getType() == EventType.CLIENT_LOGIN_ERROR;
        RealmModel realm = session.getContext().getRealm();
        if (!isUse || realm == null || event.getClientId() == null || !CredentialEvent.isOfCredential(event)) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.clients().getClientByClientId(realm, event.getClientId()))
                .map(client -> new CountedUse(key(client, event), Instant.ofEpochMilli(event.getTime())));
    }

    private static UsageKey key(ClientModel client, Event event) {
        Map<String, String> details = Optional.ofNullable(event.getDetails()).orElse(Map.of());
        Outcome outcome = event.getType() == EventType.CLIENT_LOGIN
                ? Outcome.ACCEPTED
                : Outcome.refused(CredentialEvent.refusal(event).orElse(""));
        String address = PeerAddress.parse(event.getIpAddress())
                .map(PeerAddress::text)
                .filter(text -> text.length() <= LONGEST_ADDRESS)
                .orElse(UsageKey.UNKNOWN);
        return new UsageKey(
                client.getId(),
                outcome,
                UsageKey.hour(Instant.ofEpochMilli(event.getTime())),
                details.getOrDefault(CredentialEvent.SECRET, UsageKey.NONE),
                address);
    }

    /** Counts it on this node, where uses are counted. */
    public void count(KeycloakSession session) {
        HistoryTables.uses(session.getKeycloakSessionFactory()).ifPresent(uses -> uses.add(key, at));
    }
}
