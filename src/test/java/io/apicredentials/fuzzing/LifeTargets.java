package io.apicredentials.fuzzing;

import io.apicredentials.delivery.DeliveryText;
import io.apicredentials.delivery.DeliveryToken;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same for what is stored of secrets and links, and for what a link says: the rules of the documents, written once more. */
final class LifeTargets {

    static final String HASH = "v1$AAECAwQFBgcICQoLDA0ODw$zSXSkKYE1ZDV16IhH0ortnRphyvyJ0WiNXil2u6ZWvY";
    static final String OTHER_HASH = "v1$6az-iA--aH6Nf0bUhNUT8g$33vt_wx0uT076tcdVBgGwe_fIn9yQCuBSv1w9b9ZU-I";
    static final String LINK = "v1;token=SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkE;expires=2026-03-02T12:00:00Z;";

    private static final Pattern SECRET = Pattern.compile("([^; ]+)(?:;environment=(?:sandbox|production))?"
            + "(?:;created=([^; ]*))?(?<end>;end(?:s|ed)=([^; ]*))?");
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]*)\\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");
    private static final Pattern STORED_LINK = Pattern.compile(
            "v1;token=[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048];expires=([^;]*);overlap=([^;]*);bound=(?:true|false);by=([^;]*)"
                    + "(?:;replaces=[^;]*)?(?:;picked-up=([^;]*)(?:;from=[^;]*)?)?");
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private LifeTargets() {}

    static void storedSecrets(String text) {
        List<Matcher> parts =
                Stream.of(text.split(" ", -1)).map(SECRET::matcher).toList();
        boolean valid = parts.size() <= 2
                && parts.stream().allMatch(LifeTargets::isSecret)
                && parts.get(0).group("end") == null
                && (parts.size() == 1 || (parts.get(1).group("end") != null && areTwo(parts)));

        same(
                valid ? Optional.of(text) : Optional.empty(),
                KnownSecrets.parse(text).map(KnownSecrets::encoded),
                text);
    }

    private static boolean isSecret(Matcher part) {
        return part.matches()
                && SecretHash.parse(part.group(1)).isPresent()
                && Stream.of(2, 4)
                        .map(part::group)
                        .allMatch(instant -> instant == null || isInstant(instant, END_OF_TIME));
    }

    private static boolean areTwo(List<Matcher> parts) {
        return parts.stream()
                        .map(part ->
                                SecretHash.parse(part.group(1)).orElseThrow().id())
                        .distinct()
                        .count()
                == 2;
    }

    static void linkToken(String text) {
        Matcher token = TOKEN.matcher(text);
        Optional<String> id = Optional.of(token)
                .filter(matcher -> matcher.matches() && text.length() <= 200)
                .flatMap(matcher -> utf8(matcher.group(1)));
        Optional<DeliveryToken> read = DeliveryToken.parse(text);

        same(id, read.map(DeliveryToken::credentialId), text);
        same(id.map(any -> text), read.map(DeliveryToken::reveal), text);
        same(read.map(any -> "***"), read.map(DeliveryToken::toString), text);
    }

    /** Only as an encoder writes it: a decoder reads several texts as the same bytes. */
    private static Optional<String> utf8(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64)
                    ? Optional.of(decoded)
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    static void storedLink(String text) {
        Matcher link = STORED_LINK.matcher(text);
        boolean valid = link.matches()
                && isInstant(link.group(1), END_OF_TIME)
                && isOverlap(link.group(2))
                && isEncoded(link.group(3))
                && (link.group(4) == null || isInstant(link.group(4), END_OF_TIME));

        same(
                valid ? Optional.of(text) : Optional.empty(),
                DeliveryText.parse(text).map(DeliveryText::encode),
                text);
    }

    private static boolean isInstant(String text, Instant last) {
        try {
            Instant instant = Instant.parse(text);
            return instant.toString().equals(text) && !instant.isAfter(last);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isOverlap(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.toString().equals(text)
                    && !duration.isNegative()
                    && duration.compareTo(Duration.ofDays(30)) <= 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isEncoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return URLEncoder.encode(decoded, StandardCharsets.UTF_8).equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static void same(Object expected, Object actual, String text) {
        TextTargets.same(expected, actual, text);
    }
}
