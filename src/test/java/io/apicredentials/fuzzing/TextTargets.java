package io.apicredentials.fuzzing;

import io.apicredentials.network.ForwardedHeader;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Address;
import io.apicredentials.network.Ipv4Range;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.Permissions;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.SecretHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the readers of text must hold for every text. */
final class TextTargets {

    private static final Pattern STORED_HASH =
            Pattern.compile("v1\\$[A-Za-z0-9_-]{21}[AQgw]\\$[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");
    private static final Pattern SECRET = Pattern.compile("kac_(?:sbx_|prd_)?[0-9A-Za-z]{49}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private TextTargets() {}

    static void range(String text) {
        List<String> problems = new ArrayList<>();
        Optional<Ipv4Range> range = Ipv4Range.parse(text, problem -> problems.add(problem.message()));

        same(AddressReference.range(text), range.map(Ipv4Range::toString), text);
        same(range.isPresent() ? 0 : 1, problems.size(), text);
        range.ifPresent(read -> same(
                Optional.of(read), Ipv4Range.parse(read.toString(), problem -> problems.add(problem.message())), text));
        same(
                AddressReference.range(text).filter(canonical -> !text.contains("/")),
                Ipv4Address.parse(text).map(Ipv4Address::toString),
                text);
    }

    /** Entries separated by commas, and behind a semicolon the address that wants in. */
    static void allowList(String text) {
        String[] parts = text.split(";", 2);
        List<String> entries = Arrays.asList(parts[0].split(",", -1));
        List<String> problems = new ArrayList<>();
        Optional<IpAllowList> list =
                IpAllowList.parse(entries, problem -> problems.add(problem.place() + problem.message()));

        List<String> canonical = entries.stream()
                .map(AddressReference::range)
                .flatMap(Optional::stream)
                .toList();
        boolean valid = canonical.size() == entries.size()
                && entries.size() <= 6
                && new HashSet<>(canonical).size() == entries.size()
                && (entries.size() == 1 || canonical.stream().noneMatch(entry -> entry.endsWith("/0")));
        same(valid ? Optional.of(canonical) : Optional.empty(), list.map(IpAllowList::entries), text);
        same(valid, problems.isEmpty(), text);
        if (list.isPresent()) {
            same(list, IpAllowList.parse(list.get().entries(), problem -> {}), text);
            Optional<PeerAddress> peer = PeerAddress.parse(parts.length > 1 ? parts[1] : "");
            peer.ifPresent(from -> same(permits(canonical, from), list.get().permits(from), text));
        }
    }

    private static boolean permits(List<String> ranges, PeerAddress peer) {
        return peer instanceof PeerAddress.V6
                ? ranges.equals(List.of("0.0.0.0/0"))
                : ranges.stream().anyMatch(range -> AddressReference.contains(range, peer.toString()));
    }

    static void peer(String text) {
        same(AddressReference.peer(text), PeerAddress.parse(text).map(PeerAddress::toString), text);
    }

    /** Lines separated by line feeds; the first character says how many proxies there are. */
    static void xForwardedFor(String text) {
        String chain = chain(text);
        same(
                ForwardedReference.xForwardedFor(chain.replace('\n', ','), proxies(text)),
                addressBefore(ForwardedHeader.X_FORWARDED_FOR, text),
                text);
    }

    /** The same. */
    static void forwarded(String text) {
        String chain = chain(text);
        same(
                ForwardedReference.forwarded(chain.replace('\n', ','), proxies(text)),
                addressBefore(ForwardedHeader.FORWARDED, text),
                text);
    }

    private static Optional<String> addressBefore(ForwardedHeader header, String text) {
        List<String> lines = Arrays.asList(chain(text).split("\n", -1));
        return header.addressBefore(proxies(text), lines).map(PeerAddress::toString);
    }

    private static int proxies(String text) {
        return text.isEmpty() ? 1 : text.charAt(0) % 4 + 1;
    }

    private static String chain(String text) {
        return text.isEmpty() ? "" : text.substring(1);
    }

    static void permissions(String text) {
        Optional<Permissions> permissions = Permissions.parse(text);

        List<String> parts = Arrays.asList(text.split(" ", -1));
        boolean valid = parts.stream().allMatch(TextTargets::isPermission)
                && parts.size() <= 100
                && new HashSet<>(parts).size() == parts.size();
        same(valid ? Optional.of(text) : Optional.empty(), permissions.map(Permissions::toString), text);
        for (String part : parts) {
            Optional<Permission> permission = Permission.parse(part);
            same(isPermission(part) ? Optional.of(part) : Optional.empty(), permission.map(Permission::toString), part);
        }
    }

    private static boolean isPermission(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        if (parts.size() < 4
                || !parts.subList(0, 3).stream()
                        .allMatch(word -> WORD.matcher(word).matches())) {
            return false;
        }
        String resource = parts.stream().skip(3).collect(Collectors.joining(":"));
        return resource.equals("*") || (isResource(resource) && !parts.get(2).equals("org"));
    }

    static boolean isResource(String text) {
        return !text.isEmpty()
                && text.length() <= 64
                && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0 || "._:-".indexOf(c) >= 0);
    }

    static void secret(String text) {
        Optional<ClientSecret> secret = ClientSecret.parse(text);

        same(isSecret(text) ? Optional.of(text) : Optional.empty(), secret.map(ClientSecret::reveal), text);
        same(secret.map(read -> "kac_***"), secret.map(ClientSecret::toString), text);
    }

    private static boolean isSecret(String text) {
        if (!SECRET.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - 6;
        long checksum =
                text.substring(end).chars().mapToLong(DIGITS::indexOf).reduce(0, (sum, digit) -> sum * 62 + digit);
        int crc = -1;
        for (int index = 0; index < end; index++) {
            crc ^= text.charAt(index);
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0xedb88320);
            }
        }
        return checksum == Integer.toUnsignedLong(~crc);
    }

    static void storedHash(String text) {
        Optional<SecretHash> hash = SecretHash.parse(text);

        same(
                STORED_HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                hash.map(SecretHash::encoded),
                text);
    }

    static void same(Object expected, Object actual, String text) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + ", but got " + actual + " for '" + text + "'");
        }
    }
}
