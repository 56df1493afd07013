package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of a measurement of three nodes. */
abstract class DelaysOnTwoNodes {

    /** What an operator is promised of 99 in 100. */
    static final Duration TARGET = Duration.ofSeconds(1);

    private static final int CHANGES = 12;

    private final TestRealm here;
    private final TestRealm there;

    /** Of a new realm. */
    DelaysOnTwoNodes(KeycloakServer here, KeycloakServer there) {
        this.here = TestRealm.create(here, "delays-");
        this.there = new TestRealm(there, this.here.name());
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void aChangeCountsOnTheOtherNodeWithinASecond(Change change) {
        Delays delays = Delays.measure(change, List.of(here, there), CHANGES);

        assertThat(delays.never()).as(delays.row()).isZero();
        assertThat(delays.percentile(99)).as(delays.row()).isLessThanOrEqualTo(TARGET);
    }
}
