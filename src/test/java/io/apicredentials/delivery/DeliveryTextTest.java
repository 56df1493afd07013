package io.apicredentials.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.network.PeerAddress;
import io.apicredentials.policy.RealmPolicy;
import io.apicredentials.testing.RandomCases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTextTest {

    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOKEN = "v1;token=SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkE";

    /** As an export may have it: what is stored must stay readable for good. */
    private static final String NEW =
            TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT0S;bound=false;by=11111111-2222-3333-4444-555555555555";

    private static final String USED = TOKEN
            + ";expires=2026-03-02T12:00:00Z;overlap=PT168H;bound=true;by=f%3Ald%3Ba%3Db;replaces=abc"
            + ";picked-up=2026-03-01T13:00:00Z;from=203.0.113.7";

    @Test
    void isReadAsItWasWritten() {
        RandomCases.forEach(500, random -> {
            DeliveryToken token = DeliveryTokenTest.any(random);
            DeliveryTerms terms = new DeliveryTerms(Duration.ofHours(1), random.nextBoolean());
            Optional<String> replaces = Optional.of("abc").filter(any -> random.nextBoolean());
            Delivery open =
                    Delivery.open(token, terms, Duration.ofSeconds(random.nextInt(9)), replaces, "f:x;y=z", MADE);
            DeliveryVisit visit = new DeliveryVisit(token, PeerAddress.parse("2001:db8::1"), MADE);

            assertThat(DeliveryText.parse(DeliveryText.encode(open)))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(open));
            assertThat(DeliveryText.parse(DeliveryText.encode(open.pickedUp(visit))))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(open.pickedUp(visit)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, USED})
    void hasTheStoredForm(String stored) {
        assertThat(DeliveryText.parse(stored)).map(DeliveryText::encode).contains(stored);
    }

    @Test
    void hasEveryDetail() {
        Delivery used = DeliveryText.parse(USED).orElseThrow();

        assertThat(used.expiresAt()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(used.overlap()).isEqualTo(Duration.ofDays(7));
        assertThat(used.addressBound()).isTrue();
        assertThat(used.requestedBy()).isEqualTo("f:ld;a=b");
        assertThat(used.replaces()).contains("abc");
        assertThat(used.pickUp())
                .contains(new PickUp(Instant.parse("2026-03-01T13:00:00Z"), Optional.of("203.0.113.7")));
    }

    @Test
    void isReadUpToTheLongestOverlapOfAnyRealm() {
        String longest = TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT720H;bound=true;by=a";

        assertThat(DeliveryText.parse(longest)).map(Delivery::overlap).contains(RealmPolicy.LONGEST_OVERLAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "v2" + ";token=",
                TOKEN,
                NEW + ";",
                NEW + ";only-once=false",
                NEW + ";from=203.0.113.7",
                NEW + ";picked-up=yesterday",
                NEW + ";bound=true",
                NEW + ";picked-up=2026-03-01T13:00:00.000Z",
                "v2;" + "token=SVM0YVFH2eqxv_ZpvMVwZbRyTY6j1sfQ0KN9Mq3hJkE;expires=2026-03-02T12:00:00Z;overlap=PT0S;"
                        + "bound=false;by=a",
                TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT0S;bound=maybe;by=a",
                TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=P1Y;bound=true;by=a",
                TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT-1H;bound=true;by=a",
                TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT721H;bound=true;by=a",
                TOKEN + ";expires=+100000-03-02T12:00:00Z;overlap=PT0S;bound=true;by=a",
                NEW + ";picked-up=+100000-03-01T13:00:00Z",
                TOKEN + ";expires=2026-03-02T12:00:00Z;overlap=PT0S;bound=true;by=%ZZ",
                TOKEN + "A;expires=2026-03-02T12:00:00Z;overlap=PT0S;bound=true;by=a"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(DeliveryText.parse(text)).isEmpty();
    }
}
