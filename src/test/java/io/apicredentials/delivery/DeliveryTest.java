package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.delivery.DeliveryDecision.Open;
import io.apicredentials.delivery.DeliveryDecision.PickedUp;
import io.apicredentials.delivery.DeliveryDecision.Refused;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.PeerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00.750Z");
    private static final Instant END = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final DeliveryToken TOKEN = token(1);
    private static final String SECRET = "the-present-one";
    private static final DeliveryTarget READY = target(Optional.of(SECRET));

    private static DeliveryToken token(int number) {
        byte[] random = new byte[DeliveryToken.RANDOM_BYTES];
        random[0] = (byte) number;
        return DeliveryToken.of("id", random);
    }

    private static Delivery delivery(boolean addressBound) {
        return Delivery.open(
                TOKEN, new DeliveryTerms(DAY, addressBound), Duration.ZERO, Optional.of(SECRET), "admin", MADE);
    }

    private static DeliveryTarget target(Optional<String> newestSecret) {
        return new DeliveryTarget(Optional.empty(), allowList(), newestSecret, DAY);
    }

    private static Optional<IpAllowList> allowList() {
        return IpAllowList.parse(List.of("203.0.113.0/24"), problem -> {});
    }

    private static DeliveryVisit visit(DeliveryToken token, String address, Instant at) {
        return new DeliveryVisit(token, PeerAddress.parse(address), at);
    }

    private static DeliveryVisit visit(Instant at) {
        return visit(TOKEN, "198.51.100.1", at);
    }

    /** A file could say that it is open, and answers do not show it. */
    @Test
    void isUnknownWhereNobodyAskedForIt() {
        Delivery open = delivery(false);
        Delivery nobodys = new Delivery(open.token(), END, Duration.ZERO, false, "", open.replaces(), Optional.empty());

        assertThat(nobodys.isLink()).isFalse();
        assertThat(nobodys.isOpen(MADE)).isFalse();
        assertThat(nobodys.decide(visit(MADE), READY)).isEqualTo(new Refused(DeliveryRefusal.UNKNOWN));
        assertThat(Delivery.none(TOKEN, MADE).decide(visit(MADE), READY))
                .isEqualTo(new Refused(DeliveryRefusal.UNKNOWN));
    }

    @Test
    void isUnknownOnceItIsWithdrawn() {
        Delivery withdrawn = delivery(false).withdrawn(token(2), MADE);

        assertThat(withdrawn.decide(visit(MADE), READY)).isEqualTo(new Refused(DeliveryRefusal.UNKNOWN));
        assertThat(withdrawn.isOpen(MADE)).isFalse();
        String stored = DeliveryText.encode(withdrawn);
        assertThat(DeliveryText.parse(stored).map(DeliveryText::encode)).contains(stored);
    }

    @Test
    void isOpenUntilItsEnd() {
        Delivery delivery = delivery(false);

        assertThat(delivery.expiresAt()).isEqualTo(END);
        assertThat(delivery.decide(visit(END.minusNanos(1)), READY)).isEqualTo(new Open(delivery));
        assertThat(delivery.isOpen(END.minusNanos(1))).isTrue();
    }

    @Test
    void expiresAtTheVeryInstant() {
        assertThat(delivery(false).decide(visit(END), READY)).isEqualTo(new Refused(DeliveryRefusal.EXPIRED));
        assertThat(delivery(false).isOpen(END)).isFalse();
    }

    @Test
    void isUnknownToAnotherToken() {
        Delivery used = delivery(false).pickedUp(visit(MADE));

        for (Delivery delivery : List.of(delivery(false), delivery(true), used)) {
            assertThat(delivery.decide(visit(token(2), "203.0.113.7", END), READY))
                    .isEqualTo(new Refused(DeliveryRefusal.UNKNOWN));
        }
    }

    @Test
    void remembersWhenAndFromWhereItWasUsed() {
        Delivery used = delivery(false).pickedUp(visit(MADE));

        assertThat(used.decide(visit(END.plus(DAY)), READY))
                .isEqualTo(
                        new PickedUp(new PickUp(Instant.parse("2026-03-01T12:00:00Z"), Optional.of("198.51.100.1"))));
        assertThat(used.isOpen(MADE)).isFalse();
        assertThat(used.decide(visit(MADE.minusSeconds(3600)), READY))
                .as("a clock that was set back")
                .isInstanceOf(PickedUp.class);
    }

    @Test
    void worksFromAnywhereUnlessItIsBound() {
        assertThat(delivery(false).decide(visit(TOKEN, "no address", MADE), READY))
                .isInstanceOf(Open.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1", "2001:db8::1", "no address"})
    void aBoundOneDoesNotWorkFromElsewhere(String address) {
        assertThat(delivery(true).decide(visit(TOKEN, address, MADE), READY))
                .isEqualTo(new Refused(DeliveryRefusal.WRONG_ADDRESS));
    }

    @Test
    void aBoundOneWorksFromAListedAddress() {
        assertThat(delivery(true).decide(visit(TOKEN, "203.0.113.7", MADE), READY))
                .isInstanceOf(Open.class);
    }

    @Test
    void aBoundOneDoesNotWorkWhereTheListCannotBeRead() {
        DeliveryTarget unreadable = new DeliveryTarget(Optional.empty(), Optional.empty(), Optional.of(SECRET), DAY);

        assertThat(delivery(true).decide(visit(TOKEN, "203.0.113.7", MADE), unreadable))
                .isEqualTo(new Refused(DeliveryRefusal.WRONG_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another-one"})
    void isSupersededByAnyOtherChangeOfTheSecret(String newest) {
        DeliveryTarget rotated = target(Optional.of(newest).filter(id -> !id.isEmpty()));

        assertThat(delivery(false).decide(visit(MADE), rotated)).isEqualTo(new Refused(DeliveryRefusal.SUPERSEDED));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIAL_DISABLED", "CREDENTIAL_EXPIRED", "CREDENTIAL_NOT_READY"})
    void waitsWhileTheCredentialCannotBeGivenASecret(DeliveryRefusal obstacle) {
        DeliveryTarget waiting = new DeliveryTarget(Optional.of(obstacle), allowList(), Optional.of(SECRET), DAY);

        assertThat(delivery(false).decide(visit(MADE), waiting)).isEqualTo(new Refused(obstacle));
        assertThat(delivery(false).decide(visit(MADE), READY)).isInstanceOf(Open.class);
    }

    @Test
    void aVisitFromElsewhereIsToldNothingOfTheCredential() {
        DeliveryTarget disabled = new DeliveryTarget(
                Optional.of(DeliveryRefusal.CREDENTIAL_DISABLED), allowList(), Optional.of("another-one"), DAY);

        assertThat(delivery(true).decide(visit(MADE), disabled)).isEqualTo(new Refused(DeliveryRefusal.WRONG_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({"PT1H,PT1H", "PT24H,PT24H", "P7D,PT24H"})
    void itsOverlapIsNoLongerThanTheRealmAllowsByNow(Duration wanted, Duration given) {
        Delivery made = Delivery.open(TOKEN, new DeliveryTerms(DAY, false), wanted, Optional.of(SECRET), "admin", MADE);

        Open open = (Open) made.decide(visit(MADE), READY);

        assertThat(open.delivery().overlap()).isEqualTo(given);
        assertThat(open.delivery())
                .usingRecursiveComparison()
                .ignoringFields("overlap")
                .isEqualTo(made);
    }
}
