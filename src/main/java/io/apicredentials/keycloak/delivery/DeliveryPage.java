package io.apicredentials.keycloak.delivery;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.delivery.DeliveryRefusal;
import io.apicredentials.delivery.PickUp;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one page says, before it is put into words.
 *
 * @param name of the page, in its template and its messages
 * @param fields what it shows beside the sentences; instants are written in the language of the page
 */
record DeliveryPage(String name, Status status, List<Line> lines, Map<String, Object> fields) {

    private static final String TEXT = "text";
    private static final String WITHOUT_ADDRESS = "textWithoutAddress";

    /** The page with the secret, which nobody sees twice. */
    static final String SECRET = "secret";

    /** A sentence: the end of the key of its message, and what it names. */
    record Line(String key, List<Object> details) {

        static Line of(String key, Object... details) {
            return new Line(key, List.of(details));
        }
    }

    /** Before anything is consumed. */
    static DeliveryPage open(String credential, Delivery delivery) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(TEXT)));
        if (delivery.replaces().isPresent()) {
            lines.add(Line.of(delivery.overlap().isZero() ? "replacesNow" : "replacesLater"));
        }
        return new DeliveryPage(
                "open", Status.OK, lines, Map.of("name", credential, "validUntil", delivery.expiresAt()));
    }

    /**
     * The secret itself.
     *
     * @param previousUntil until when the secret before it works; empty when there is none that does
     */
    static DeliveryPage secret(
            String clientId, String clientSecret, String tokenEndpoint, Optional<Instant> previousUntil) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(TEXT)));
        previousUntil.ifPresent(end -> lines.add(Line.of("previousUntil", end)));
        return new DeliveryPage(
                SECRET,
                Status.OK,
                lines,
                Map.of("clientId", clientId, "clientSecret", clientSecret, "tokenEndpoint", tokenEndpoint));
    }

    /** For the second visit. */
    static DeliveryPage pickedUp(PickUp pickUp) {
        Line when = pickUp.from()
                .map(address -> Line.of(TEXT, pickUp.at(), address))
                .orElseGet(() -> Line.of(WITHOUT_ADDRESS, pickUp.at()));
        return new DeliveryPage(DeliveryRefusal.REUSED.code(), Status.GONE, List.of(when, Line.of("advice")), Map.of());
    }

    /**
     * For a link that hands nothing over.
     *
     * @param address of the visitor; empty when it is not known
     */
    static DeliveryPage refused(DeliveryRefusal reason, Optional<String> address) {
        Line text = reason != DeliveryRefusal.WRONG_ADDRESS
                ? Line.of(TEXT)
                : address.map(known -> Line.of(TEXT, known)).orElseGet(() -> Line.of(WITHOUT_ADDRESS));
        return new DeliveryPage(reason.code(), status(reason), List.of(text), Map.of());
    }

    /** While others change the credential. */
    static DeliveryPage busy() {
        return new DeliveryPage("busy", Status.CONFLICT, List.of(Line.of(TEXT)), Map.of());
    }

    /** While a pick-up cannot be recorded, so that it is not made. */
    static DeliveryPage notRecorded() {
        return new DeliveryPage("not_recorded", Status.SERVICE_UNAVAILABLE, List.of(Line.of(TEXT)), Map.of());
    }

    private static Status status(DeliveryRefusal reason) {
        return switch (reason) {
            case UNKNOWN -> Status.NOT_FOUND;
            case WRONG_ADDRESS -> Status.FORBIDDEN;
            case REUSED, EXPIRED, SUPERSEDED -> Status.GONE;
            case CREDENTIAL_DISABLED, CREDENTIAL_EXPIRED, CREDENTIAL_NOT_READY -> Status.CONFLICT;
        };
    }

    /** The key of a message of this page. */
    String key(String end) {
        return String.join(".", "apiCredentialDelivery", name.toLowerCase(Locale.ROOT), end);
    }

    /** Whether it can be asked for again, in another language too, and says the same. */
    boolean canBeAskedForAgain() {
        return !name.equals(SECRET);
    }
}
