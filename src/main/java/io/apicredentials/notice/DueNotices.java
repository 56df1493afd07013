package io.apicredentials.notice;

import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of a credential that is enabled is to be told, whether it was told already or not.
 *
 * @param createdAt when the credential was created; empty when that was never noted
 * @param secrets empty while the first one waits to be picked up
 * @param lastActive its last use or change; empty when nobody knows
 * @param policy how old a secret may be
 * @param unused for how long it may be unused; empty where that does not matter, or nobody knows what is used
 */
public record DueNotices(
        Optional<Instant> createdAt,
        Optional<Instant> expiresAt,
        Optional<KnownSecrets> secrets,
        Optional<Instant> lastActive,
        RealmPolicy policy,
        Optional<UnusedRule> unused) {

    /** After that, an expiry is no news. */
    private static final Duration EXPIRED_IS_NEWS = Duration.ofDays(30);

    /** After that, a new secret is none. */
    private static final Duration ROTATED_IS_NEWS = Duration.ofDays(7);

    /** The notices of an expiry before it, the last one first. */
    private static final List<Ahead> AHEAD = List.of(
            new Ahead(NoticeKind.EXPIRES_IN_1_DAY, Duration.ofDays(1)),
            new Ahead(NoticeKind.EXPIRES_IN_7_DAYS, Duration.ofDays(7)),
            new Ahead(NoticeKind.EXPIRES_IN_30_DAYS, Duration.ofDays(30)));

    private record Ahead(NoticeKind kind, Duration before) {}

    /** All of them at an instant. */
    public List<Notice> at(Instant now) {
        List<Notice> notices = new ArrayList<>();
        boolean isExpired = expiresAt.filter(end -> !now.isBefore(end)).isPresent();
        expiresAt.flatMap(end -> ofExpiry(end, now)).ifPresent(notices::add);
        secrets.flatMap(known -> rotated(known, now)).ifPresent(notices::add);
        if (!isExpired) {
            secrets.flatMap(known -> rotationDue(known, now)).ifPresent(notices::add);
            willBeDisabled(now).ifPresent(notices::add);
        }
        return notices;
    }

    /** The nearest one only. One that was due before there was the credential is none. */
    private Optional<Notice> ofExpiry(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return now.isBefore(end.plus(EXPIRED_IS_NEWS))
                    ? Optional.of(new Notice(NoticeKind.EXPIRED, end))
                    : Optional.empty();
        }
        return AHEAD.stream()
                .filter(ahead -> !now.isBefore(end.minus(ahead.before)))
                .findFirst()
                .filter(ahead -> createdAt.map(end.minus(ahead.before)::isAfter).orElse(true))
                .map(ahead -> new Notice(ahead.kind, end));
    }

    /** The first secret was made with the credential, and replaces none; one before a secret that was ended is no news. */
    private static Optional<Notice> rotated(KnownSecrets secrets, Instant now) {
        return secrets.current()
                .createdAt()
                .filter(made -> secrets.list().stream()
                        .skip(1)
                        .anyMatch(other -> other.createdAt().map(made::isAfter).orElse(true)))
                .filter(made -> now.isBefore(made.plus(ROTATED_IS_NEWS)))
                .map(made -> new Notice(NoticeKind.ROTATED, made));
    }

    private Optional<Notice> rotationDue(KnownSecrets secrets, Instant now) {
        return policy.isRotationDue(secrets, createdAt, now, now)
                ? Optional.of(new Notice(
                        NoticeKind.ROTATION_DUE,
                        RealmPolicy.madeAt(secrets, createdAt, now).orElse(Notice.UNKNOWN)))
                : Optional.empty();
    }

    private Optional<Notice> willBeDisabled(Instant now) {
        return unused.flatMap(
                rule -> lastActive.filter(last -> rule.isWarned(last, now)).map(UnusedRule::notice));
    }
}
