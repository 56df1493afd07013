package io.apicredentials.fuzzing;

import io.apicredentials.delivery.DeliveryText;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.network.ForwardedHeader;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Range;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.util.Arrays;
import java.util.List;

/** What the product does with a text, in the forms of {@link TextTargets}. */
final class TextReaders {

    private TextReaders() {}

    static void range(String text) {
        Ipv4Range.parse(text, problem -> {});
    }

    static void allowList(String text) {
        IpAllowList.parse(Arrays.asList(text.split(",", -1)), problem -> {});
    }

    static void peer(String text) {
        PeerAddress.parse(text);
    }

    static void xForwardedFor(String text) {
        ForwardedHeader.X_FORWARDED_FOR.addressBefore(1, lines(text));
    }

    static void forwarded(String text) {
        ForwardedHeader.FORWARDED.addressBefore(1, lines(text));
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    static void permissions(String text) {
        Permissions.parse(text);
    }

    static void secret(String text) {
        ClientSecret.parse(text);
    }

    static void storedSecrets(String text) {
        KnownSecrets.parse(text);
    }

    static void linkToken(String text) {
        DeliveryToken.parse(text);
    }

    static void storedLink(String text) {
        DeliveryText.parse(text);
    }

    static void storedHash(String text) {
        SecretHash.parse(text);
    }
}
