package io.apicredentials.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.KnownSecret;
import io.apicredentials.secret.KnownSecrets;
import io.apicredentials.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueNoticesTest {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-31T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ClientSecret SECRET = ClientSecret.of(Optional.empty(), new byte[ClientSecret.RANDOM_BYTES]);
    private static final KnownSecret FIRST = KnownSecret.first(hash((byte) 1), Optional.empty());

    /** The second before a notice is due, and the one at which it is. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T11:59:59Z, ",
        "2026-12-01T12:00:00Z, EXPIRES_IN_30_DAYS",
        "2026-12-24T11:59:59Z, EXPIRES_IN_30_DAYS",
        "2026-12-24T12:00:00Z, EXPIRES_IN_7_DAYS",
        "2026-12-30T11:59:59Z, EXPIRES_IN_7_DAYS",
        "2026-12-30T12:00:00Z, EXPIRES_IN_1_DAY",
        "2026-12-31T11:59:59Z, EXPIRES_IN_1_DAY",
        "2026-12-31T12:00:00Z, EXPIRED",
        "2027-01-30T11:59:59Z, EXPIRED",
        "2027-01-30T12:00:00Z, "
    })
    void tellsTheNearestOfAnExpiry(Instant now, NoticeKind kind) {
        List<Notice> expected = kind == null ? List.of() : List.of(new Notice(kind, END));

        assertThat(expiring(Optional.of(CREATED)).at(now)).isEqualTo(expected);
    }

    @Test
    void tellsNothingOfACredentialWithoutAnEnd() {
        assertThat(due(Optional.of(CREATED), Optional.empty(), first()).at(END)).isEmpty();
    }

    /** Its owner knows: a week is all that it was made for. */
    @Test
    void leavesOutWhatWasDueBeforeTheCreation() {
        Instant weekBefore = END.minus(Duration.ofDays(7));

        assertThat(expiring(Optional.of(weekBefore)).at(weekBefore.plus(SECOND)))
                .isEmpty();
        assertThat(expiring(Optional.of(weekBefore.minus(SECOND))).at(weekBefore))
                .containsExactly(new Notice(NoticeKind.EXPIRES_IN_7_DAYS, END));
    }

    @Test
    void tellsAnExpiryWhereTheCreationWasNeverNoted() {
        assertThat(expiring(Optional.empty()).at(END.minus(SECOND)))
                .containsExactly(new Notice(NoticeKind.EXPIRES_IN_1_DAY, END));
    }

    @Test
    void anExtensionIsAnotherNotice() {
        Instant later = END.plus(Duration.ofDays(1));
        DueNotices extended = due(Optional.of(CREATED), Optional.of(later), first());

        assertThat(extended.at(later)).containsExactly(new Notice(NoticeKind.EXPIRED, later));
    }

    @Test
    void tellsANewSecretForAWeek() {
        Notice rotated = new Notice(NoticeKind.ROTATED, END);

        assertThat(due(Optional.of(CREATED), Optional.empty(), rotatedAt(END)).at(END))
                .containsExactly(rotated);
        assertThat(due(Optional.of(CREATED), Optional.empty(), rotatedAt(END))
                        .at(END.plus(Duration.ofDays(7)).minus(SECOND)))
                .containsExactly(rotated);
        assertThat(due(Optional.of(CREATED), Optional.empty(), rotatedAt(END)).at(END.plus(Duration.ofDays(7))))
                .isEmpty();
    }

    @Test
    void aSecretThatGoesOnAfterTheNewOneWasEndedIsNoNews() {
        KnownSecrets twice = rotatedAt(CREATED)
                .rotated(hash((byte) 3), Optional.empty(), Duration.ofDays(7), END)
                .orElseThrow();
        KnownSecrets back = twice.ended(twice.current().id(), END).orElseThrow();

        assertThat(due(Optional.of(CREATED), Optional.empty(), twice).at(END)).hasSize(1);
        assertThat(due(Optional.of(CREATED), Optional.empty(), back).at(CREATED))
                .isEmpty();
    }

    @Test
    void theFirstSecretIsNoNews() {
        KnownSecret laterThanItsCredential =
                new KnownSecret(hash((byte) 1), Optional.empty(), Optional.of(END), Optional.empty(), false);

        assertThat(due(Optional.of(CREATED), Optional.empty(), KnownSecrets.of(laterThanItsCredential))
                        .at(END))
                .isEmpty();
    }

    @Test
    void tellsThatARotationIsDueFromTheVerySecond() {
        DueNotices due = rotating(first(), Optional.of(CREATED));
        Instant day90 = CREATED.plus(Duration.ofDays(90));

        assertThat(due.at(day90.minus(SECOND))).isEmpty();
        assertThat(due.at(day90)).containsExactly(new Notice(NoticeKind.ROTATION_DUE, CREATED));
    }

    @Test
    void countsFromTheNewestSecret() {
        Instant rotated = CREATED.plus(Duration.ofDays(80));
        DueNotices due = rotating(rotatedAt(rotated), Optional.of(CREATED));

        assertThat(due.at(rotated.plus(Duration.ofDays(90)).minus(SECOND))).isEmpty();
        assertThat(due.at(rotated.plus(Duration.ofDays(90))))
                .containsExactly(new Notice(NoticeKind.ROTATION_DUE, rotated));
    }

    @Test
    void tellsARotationOfASecretWhoseAgeNobodyKnows() {
        assertThat(rotating(first(), Optional.empty()).at(END))
                .containsExactly(new Notice(NoticeKind.ROTATION_DUE, Notice.UNKNOWN));
    }

    @Test
    void tellsThatItWillBeDisabledAWeekBefore() {
        DueNotices due = unused(Optional.of(CREATED), Optional.empty());
        Instant day23 = CREATED.plus(Duration.ofDays(23));

        assertThat(due.at(day23.minus(SECOND))).isEmpty();
        assertThat(due.at(day23)).containsExactly(new Notice(NoticeKind.UNUSED, CREATED));
    }

    @Test
    void tellsNothingOfUsesThatNobodyKnows() {
        assertThat(unused(Optional.empty(), Optional.empty()).at(END)).isEmpty();
    }

    @Test
    void tellsAnExpiryBeforeTheFirstSecretIsPickedUp() {
        DueNotices awaiting = new DueNotices(
                Optional.of(CREATED),
                Optional.of(END),
                Optional.empty(),
                Optional.of(END),
                policy(OptionalInt.of(90)),
                Optional.empty());

        assertThat(awaiting.at(END.minus(SECOND))).containsExactly(new Notice(NoticeKind.EXPIRES_IN_1_DAY, END));
    }

    @Test
    void wantsNothingOfACredentialThatHasExpired() {
        DueNotices all = new DueNotices(
                Optional.of(CREATED),
                Optional.of(END),
                Optional.of(first()),
                Optional.of(CREATED),
                policy(OptionalInt.of(90)),
                Optional.of(new UnusedRule(30)));

        assertThat(all.at(END)).containsExactly(new Notice(NoticeKind.EXPIRED, END));
        assertThat(all.at(END.minus(SECOND)))
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.EXPIRES_IN_1_DAY, NoticeKind.ROTATION_DUE, NoticeKind.UNUSED);
    }

    private static DueNotices expiring(Optional<Instant> createdAt) {
        return due(createdAt, Optional.of(END), first());
    }

    private static DueNotices due(Optional<Instant> createdAt, Optional<Instant> expiresAt, KnownSecrets secrets) {
        return new DueNotices(
                createdAt, expiresAt, Optional.of(secrets), createdAt, policy(OptionalInt.empty()), Optional.empty());
    }

    private static DueNotices rotating(KnownSecrets secrets, Optional<Instant> createdAt) {
        return new DueNotices(
                createdAt,
                Optional.empty(),
                Optional.of(secrets),
                createdAt,
                policy(OptionalInt.of(90)),
                Optional.empty());
    }

    private static DueNotices unused(Optional<Instant> lastActive, Optional<Instant> expiresAt) {
        return new DueNotices(
                Optional.of(CREATED),
                expiresAt,
                Optional.of(first()),
                lastActive,
                policy(OptionalInt.empty()),
                Optional.of(new UnusedRule(30)));
    }

    private static RealmPolicy policy(OptionalInt rotateEveryDays) {
        return new RealmPolicy(
                Optional.empty(),
                true,
                0,
                false,
                false,
                OptionalInt.empty(),
                rotateEveryDays,
                RealmPolicy.LONGEST_OVERLAP);
    }

    private static KnownSecrets first() {
        return KnownSecrets.of(FIRST);
    }

    private static KnownSecrets rotatedAt(Instant at) {
        return first().rotated(hash((byte) 2), Optional.empty(), Duration.ZERO, at)
                .orElseThrow();
    }

    private static SecretHash hash(byte salt) {
        byte[] salts = new byte[SecretHash.SALT_BYTES];
        salts[0] = salt;
        return SecretHash.of(SECRET, salts);
    }
}
