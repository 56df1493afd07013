package io.apicredentials.secret;

import io.apicredentials.time.StoredInstant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is stored of one secret of a credential.
 *
 * @param environment for which it was made; empty if none was set
 * @param createdAt empty for the one that was made with the credential
 * @param endsAt the first instant at which it is not accepted any more; empty when it has no end
 * @param ended whether somebody has ended it, so that it is not accepted whatever a clock says
 */
public record KnownSecret(
        SecretHash hash,
        Optional<Environment> environment,
        Optional<Instant> createdAt,
        Optional<Instant> endsAt,
        boolean ended) {

    private static final String CREATED = "created";
    private static final String ENDS = "ends";
    private static final String ENDED = "ended";
    private static final String ENVIRONMENT = "environment";

    /** One that was made with its credential. */
    public static KnownSecret first(SecretHash hash, Optional<Environment> environment) {
        return new KnownSecret(hash, environment, Optional.empty(), Optional.empty(), false);
    }

    /** A name for it that is no secret. */
    public String id() {
        return hash.id();
    }

    /** Whether it is accepted at an instant. */
    public boolean isInForce(Instant at) {
        return !ended && endsAt.map(at::isBefore).orElse(true);
    }

    /** Compares in constant time. */
    public boolean isOf(ClientSecret presented) {
        return hash.matches(presented);
    }

    /** The same with an end. */
    KnownSecret endingAt(Instant end) {
        return new KnownSecret(hash, environment, createdAt, Optional.of(end), false);
    }

    /** The same without an end. */
    KnownSecret withoutEnd() {
        return new KnownSecret(hash, environment, createdAt, Optional.empty(), false);
    }

    /** The same, ended at this instant. */
    KnownSecret endedAt(Instant at) {
        return new KnownSecret(hash, environment, createdAt, Optional.of(at), true);
    }

    /** Reads {@link #encoded()}; empty for anything else. */
    static Optional<KnownSecret> parse(String stored) {
        String[] parts = stored.split(";", -1);
        Map<String, String> details = Stream.of(parts)
                .skip(1)
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0], part -> part.length == 2 ? part[1] : "", (first, second) -> second));
        return SecretHash.parse(parts[0])
                .map(hash -> new KnownSecret(
                        hash,
                        Optional.ofNullable(details.get(ENVIRONMENT)).flatMap(Environment::find),
                        instant(details, CREATED),
                        instant(details, ENDS).or(() -> instant(details, ENDED)),
                        details.containsKey(ENDED)))
                // Only what we write: an unknown detail could be a limit.
                .filter(secret -> secret.encoded().equals(stored));
    }

    private static Optional<Instant> instant(Map<String, String> details, String name) {
        return Optional.ofNullable(details.get(name)).flatMap(StoredInstant::parse);
    }

    /** The stored form: the hash, then what else is known, such as {@code ;created=2026-03-01T12:00:00Z}. */
    String encoded() {
        return hash.encoded()
                + environment.map(one -> detail(ENVIRONMENT, one.word())).orElse("")
                + createdAt.map(instant -> detail(CREATED, instant)).orElse("")
                + endsAt.map(instant -> detail(ended ? ENDED : ENDS, instant)).orElse("");
    }

    private static String detail(String name, Object value) {
        return ";" + name + "=" + value;
    }
}
