package io.apicredentials.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is stored of the secrets of a credential: the current one, which has no end, and possibly another, which has one and
 * may have reached it.
 *
 * @param list the current one first
 */
public record KnownSecrets(List<KnownSecret> list) {

    private static final int MAX = 2;
    private static final String SEPARATOR = " ";

    public KnownSecrets {
        list = List.copyOf(list);
        if (!isValid(list)) {
            throw new IllegalArgumentException("one secret without an end, and after it at most one with an end");
        }
    }

    private static boolean isValid(List<KnownSecret> list) {
        return !list.isEmpty()
                && list.size() <= MAX
                && list.get(0).endsAt().isEmpty()
                && list.stream().skip(1).allMatch(secret -> secret.endsAt().isPresent())
                && list.stream().map(KnownSecret::id).distinct().count() == list.size();
    }

    /** The secret of a new credential. */
    public static KnownSecrets of(KnownSecret first) {
        return new KnownSecrets(List.of(first));
    }

    /** Reads {@link #encoded()}; empty for anything else. */
    public static Optional<KnownSecrets> parse(String stored) {
        List<KnownSecret> secrets = new ArrayList<>();
        for (String part : stored.split(SEPARATOR, MAX + 1)) {
            KnownSecret.parse(part).ifPresent(secrets::add);
        }
        return Optional.of(secrets)
                .filter(KnownSecrets::isValid)
                .map(KnownSecrets::new)
                .filter(read -> read.encoded().equals(stored));
    }

    /** The stored form. That of the secret of a new credential is its hash alone, where no environment is set. */
    public String encoded() {
        return list.stream().map(KnownSecret::encoded).collect(Collectors.joining(SEPARATOR));
    }

    /** The one that has no end: the newest, unless that was ended and the one before it went on. */
    public KnownSecret current() {
        return list.get(0);
    }

    /** Those that are accepted at an instant. */
    public List<KnownSecret> inForce(Instant at) {
        return list.stream().filter(secret -> secret.isInForce(at)).toList();
    }

    /** Until when another one than the current is accepted; empty when none is. */
    public Optional<Instant> otherUntil(Instant at) {
        return inForce(at).stream().flatMap(secret -> secret.endsAt().stream()).findFirst();
    }

    /** Whether one more may be made: not while two are accepted. */
    public boolean hasRoom(Instant at) {
        return inForce(at).size() < MAX;
    }

    /** The one with this id. */
    public Optional<KnownSecret> find(String id) {
        return list.stream().filter(secret -> secret.id().equals(id)).findFirst();
    }

    /**
     * The secrets after a rotation: what was the current one ends when the overlap is over, and is still known afterwards, so
     * that its use can be told from that of any other text.
     *
     * @param next the hash of the new secret
     * @param overlap for how long the present one goes on being accepted
     * @return empty while two are accepted: one more would be too many
     */
    public Optional<KnownSecrets> rotated(
            SecretHash next, Optional<Environment> environment, Duration overlap, Instant at) {
        if (!hasRoom(at)) {
            return Optional.empty();
        }
        KnownSecret newest = new KnownSecret(next, environment, Optional.of(at), Optional.empty(), false);
        KnownSecret replaced =
                overlap.isZero() ? current().endedAt(at) : current().endingAt(at.plus(overlap));
        return Optional.of(new KnownSecrets(List.of(newest, replaced)));
    }

    /**
     * The secrets after one of two that are accepted ends now. The other one goes on without an end: when a new secret did
     * not reach its user, the one before it is the current one again.
     *
     * @return empty unless this one is accepted, and another one too
     */
    public Optional<KnownSecrets> ended(String id, Instant at) {
        Optional<KnownSecret> ending =
                inForce(at).stream().filter(secret -> secret.id().equals(id)).findFirst();
        Optional<KnownSecret> other =
                inForce(at).stream().filter(secret -> !secret.id().equals(id)).findFirst();
        return ending.flatMap(
                one -> other.map(going -> new KnownSecrets(List.of(going.withoutEnd(), one.endedAt(at)))));
    }
}
