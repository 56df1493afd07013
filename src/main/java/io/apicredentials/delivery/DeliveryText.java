package io.apicredentials.delivery;

import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.time.StoredInstant;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stored form of a link: {@code v1;token=…;expires=…;overlap=…;bound=…;by=…}, then {@code replaces=…} for a rotation,
 * and {@code picked-up=…} and {@code from=…} once it was used.
 */
public final class DeliveryText {

    private static final String VERSION = "v1";
    private static final String SEPARATOR = ";";
    private static final String TOKEN = "token";
    private static final String EXPIRES = "expires";
    private static final String OVERLAP = "overlap";
    private static final String BOUND = "bound";
    private static final String BY = "by";
    private static final String REPLACES = "replaces";
    private static final String PICKED_UP = "picked-up";
    private static final String FROM = "from";

    private DeliveryText() {}

    /** The text of a link. */
    public static String encode(Delivery delivery) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(TOKEN, delivery.token().encoded());
        details.put(EXPIRES, delivery.expiresAt());
        details.put(OVERLAP, delivery.overlap());
        details.put(BOUND, delivery.addressBound());
        // The id of a user from another store may have any character.
        details.put(BY, URLEncoder.encode(delivery.requestedBy(), StandardCharsets.UTF_8));
        delivery.replaces().ifPresent(secret -> details.put(REPLACES, secret));
        delivery.pickUp().ifPresent(pickUp -> {
            details.put(PICKED_UP, pickUp.at());
            pickUp.from().ifPresent(address -> details.put(FROM, address));
        });
        return VERSION
                + SEPARATOR
                + details.entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads {@link #encode}; empty for anything else. */
    public static Optional<Delivery> parse(String stored) {
        Map<String, String> details = Arrays.stream(stored.split(SEPARATOR, -1))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0], part -> part.length == 2 ? part[1] : "", (first, second) -> second));
        try {
            // Only what we write: an unknown detail could be a limit.
            return read(details)
                    .filter(DeliveryText::isWithinLimits)
                    .filter(delivery -> encode(delivery).equals(stored));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What is beyond them was not noted by us, and could not be counted on from. */
    private static boolean isWithinLimits(Delivery delivery) {
        return !delivery.overlap().isNegative()
                && delivery.overlap().compareTo(RealmPolicy.LONGEST_OVERLAP) <= 0
                && StoredInstant.canBe(delivery.expiresAt())
                && delivery.pickUp().map(PickUp::at).map(StoredInstant::canBe).orElse(true);
    }

    private static Optional<Delivery> read(Map<String, String> details) {
        Optional<TokenHash> token = TokenHash.parse(details.getOrDefault(TOKEN, ""));
        return token.map(hash -> new Delivery(
                hash,
                Instant.parse(details.getOrDefault(EXPIRES, "")),
                Duration.parse(details.getOrDefault(OVERLAP, "")),
                Boolean.parseBoolean(details.get(BOUND)),
                URLDecoder.decode(details.getOrDefault(BY, ""), StandardCharsets.UTF_8),
                Optional.ofNullable(details.get(REPLACES)),
                Optional.ofNullable(details.get(PICKED_UP))
                        .map(at -> new PickUp(Instant.parse(at), Optional.ofNullable(details.get(FROM))))));
    }
}
