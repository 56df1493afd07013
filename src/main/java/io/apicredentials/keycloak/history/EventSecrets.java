package io.apicredentials.keycloak.history;

import io.apicredentials.secret.ClientSecret;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;

/** Takes secrets out of events, wherever somebody may have put one: as the client ID, as a user name, in an address. */
public final class EventSecrets {

    private EventSecrets() {}

    /** Puts a mask in the place of each secret, and tells whether there was one. */
    public static boolean mask(Event event) {
        return isAny(
                mask(event::getClientId, event::setClientId),
                mask(event::getUserId, event::setUserId),
                mask(event::getSessionId, event::setSessionId),
                mask(event::getError, event::setError),
                maskAll(event::getDetails, event::setDetails));
    }

    /** Puts a mask in the place of each secret, and tells whether there was one. */
    public static boolean mask(AdminEvent event) {
        return isAny(
                mask(event::getResourcePath, event::setResourcePath),
                mask(event::getRepresentation, event::setRepresentation),
                mask(event::getError, event::setError),
                maskAll(event::getDetails, event::setDetails));
    }

    /** Takes values and not suppliers, so that every mask is applied. */
    private static boolean isAny(boolean... masked) {
        for (boolean one : masked) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private static boolean mask(Supplier<@Nullable String> get, Consumer<String> set) {
        String text = get.get();
        String masked = text == null ? null : ClientSecret.mask(text);
        if (masked == null || masked.equals(text)) {
            return false;
        }
        set.accept(masked);
        return true;
    }

    private static boolean maskAll(Supplier<@Nullable Map<String, String>> get, Consumer<Map<String, String>> set) {
        Map<String, String> details = get.get();
        if (details == null) {
            return false;
        }
        Map<String, String> masked = new HashMap<>();
        details.forEach((name, value) -> masked.put(name, value == null ? null : ClientSecret.mask(value)));
        if (masked.equals(details)) {
            return false;
        }
        set.accept(masked);
        return true;
    }
}
