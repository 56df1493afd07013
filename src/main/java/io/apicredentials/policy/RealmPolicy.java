package io.apicredentials.policy;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Range;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.Environment;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a realm demands of its credentials. A credential that was there before a demand goes on working; whoever changes it
 * has to comply.
 *
 * @param environment what the realm says that it is
 * @param allAddressesAllowed whether a credential may be used from everywhere
 * @param widestPrefix how long the prefixes of ranges are at least, 0 for any; "All IP addresses" is no such range
 * @param ownerRequired whether each has a team and a contact
 * @param expiryRequired whether each has an end
 * @param maxDays within how many days it has to be
 * @param rotateEveryDays how old the newest secret may be
 * @param maxOverlap for how long the secret before may go on being accepted
 */
public record RealmPolicy(
        Optional<Environment> environment,
        boolean allAddressesAllowed,
        int widestPrefix,
        boolean ownerRequired,
        boolean expiryRequired,
        OptionalInt maxDays,
        OptionalInt rotateEveryDays,
        Duration maxOverlap) {

    /** By how much the clocks of nodes may differ. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    /** The longest overlap of two secrets in any realm. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /**
     * What of the content of a credential breaks a demand.
     *
     * @return each at its field, such as {@code allowedIps[2]}
     */
    public List<Problem> judge(CredentialContent content, Instant now) {
        List<Problem> problems = new ArrayList<>();
        judgeAddresses(content.allowedIps(), problems);
        if (ownerRequired && content.owner().team().isEmpty()) {
            problems.add(Problem.of("owner.team", PolicyProblem.OWNER_TEAM_MISSING));
        }
        if (ownerRequired && content.owner().contact().isEmpty()) {
            problems.add(Problem.of("owner.contact", PolicyProblem.OWNER_CONTACT_MISSING));
        }
        judgeExpiry(content.expiresAt(), now).ifPresent(problems::add);
        return problems;
    }

    private void judgeAddresses(IpAllowList addresses, List<Problem> problems) {
        if (!allAddressesAllowed && addresses.coversEveryAddress()) {
            problems.add(Problem.of("allowedIps", PolicyProblem.ALL_ADDRESSES_NOT_ALLOWED));
            return;
        }
        List<Ipv4Range> ranges = addresses.isEveryAddress() ? List.of() : addresses.ranges();
        for (int index = 0; index < ranges.size(); index++) {
            Ipv4Range range = ranges.get(index);
            if (!allows(range)) {
                problems.add(Problem.with(
                        "allowedIps[" + index + "]", PolicyProblem.RANGE_TOO_WIDE, range.toString(), widestPrefix));
            }
        }
    }

    /** Whether a range may be an entry of a list; where it may, each range within it may be too. */
    public boolean allows(Ipv4Range range) {
        return range.prefixLength() >= widestPrefix && (allAddressesAllowed || !range.isEveryAddress());
    }

    private Optional<Problem> judgeExpiry(Optional<Instant> expiresAt, Instant now) {
        if (expiresAt.isEmpty()) {
            return expiryRequired
                    ? Optional.of(Problem.of("expiresAt", PolicyProblem.EXPIRY_MISSING))
                    : Optional.empty();
        }
        if (maxDays.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = now.plus(Duration.ofDays(maxDays.getAsInt()));
        return expiresAt.get().isAfter(latest)
                ? Optional.of(Problem.with(
                        "expiresAt",
                        PolicyProblem.EXPIRY_TOO_FAR,
                        expiresAt.get().toString(),
                        maxDays.getAsInt(),
                        latest))
                : Optional.empty();
    }

    /** For how long the secret before may go on being accepted: never beyond the next rotation. */
    public Duration longestOverlap() {
        Duration period = rotateEveryDays.isEmpty() ? LONGEST_OVERLAP : Duration.ofDays(rotateEveryDays.getAsInt());
        return Stream.of(maxOverlap, period, LONGEST_OVERLAP)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * What of the secrets of a credential breaks a demand.
     *
     * @param credentialCreatedAt when the credential was made, and with it its first secret; empty if unknown
     */
    public List<Problem> judge(KnownSecrets secrets, Optional<Instant> credentialCreatedAt, Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (isRotationDue(secrets, credentialCreatedAt, now, now)) {
            problems.add(Problem.of("", PolicyProblem.ROTATION_OVERDUE, rotateEveryDays.getAsInt()));
        }
        boolean isAnyOfOther =
                secrets.inForce(now).stream().anyMatch(secret -> Environment.differ(environment, secret.environment()));
        if (isAnyOfOther) {
            problems.add(Problem.of(
                    "",
                    PolicyProblem.ENVIRONMENT_DIFFERS,
                    environment.orElseThrow().word()));
        }
        return problems;
    }

    /**
     * Whether the current secret has to be rotated by some instant. One whose age nobody knows has to be, and so has one that
     * says it is from a time to come.
     */
    public boolean isRotationDue(KnownSecrets secrets, Optional<Instant> credentialCreatedAt, Instant now, Instant by) {
        return rotationDue(secrets, credentialCreatedAt, now)
                .filter(due -> !by.isBefore(due))
                .isPresent();
    }

    /** The instant at which the current secret has to be rotated; empty when none has to be. */
    public Optional<Instant> rotationDue(KnownSecrets secrets, Optional<Instant> credentialCreatedAt, Instant now) {
        Instant madeAt = madeAt(secrets, credentialCreatedAt, now).orElse(Instant.EPOCH);
        return rotateEveryDays.isEmpty()
                ? Optional.empty()
                : Optional.of(madeAt.plus(Duration.ofDays(rotateEveryDays.getAsInt())));
    }

    /** When the current secret was made; empty when nobody knows. */
    public static Optional<Instant> madeAt(KnownSecrets secrets, Optional<Instant> credentialCreatedAt, Instant now) {
        return secrets.current()
                .createdAt()
                .or(() -> credentialCreatedAt)
                .filter(created -> created.isBefore(now.plus(CLOCKS)));
    }
}
