package io.apicredentials.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusedRuleTest {

    private static final Instant USED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final UnusedRule RULE = new UnusedRule(30);
    private static final Instant DAY_23 = USED.plus(Duration.ofDays(23));
    private static final Instant DAY_30 = USED.plus(Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({"1, PT12H", "13, PT156H", "14, PT168H", "15, PT168H", "3650, PT168H"})
    void warnsAWeekBeforeOrHalfOfAShorterPeriod(int days, Duration warning) {
        assertThat(new UnusedRule(days).warning()).isEqualTo(warning);
    }

    @Test
    void disablesFromTheVerySecondOn() {
        ToldNotices told = ToldNotices.NONE.with(UnusedRule.notice(USED), DAY_23);

        assertThat(RULE.disables(USED, told, DAY_30.minus(SECOND))).isFalse();
        assertThat(RULE.disables(USED, told, DAY_30)).isTrue();
    }

    @Test
    void disablesNothingWithoutANotice() {
        assertThat(RULE.disables(USED, ToldNotices.NONE, DAY_30.plus(Duration.ofDays(1000))))
                .isFalse();
    }

    @Test
    void disablesNothingWithinAWeekOfTheNotice() {
        Instant told = DAY_30.plus(Duration.ofDays(100));
        ToldNotices late = ToldNotices.NONE.with(UnusedRule.notice(USED), told);

        assertThat(RULE.disables(USED, late, told.plus(Duration.ofDays(7)).minus(SECOND)))
                .isFalse();
        assertThat(RULE.disables(USED, late, told.plus(Duration.ofDays(7)))).isTrue();
        assertThat(RULE.disabledAfterNotice(USED, told)).isEqualTo(told.plus(Duration.ofDays(7)));
    }

    @Test
    void saysWhenItWillDisable() {
        assertThat(RULE.disabledAfterNotice(USED, DAY_23)).isEqualTo(DAY_30);
    }

    @Test
    void doesNotDisableEarlierBecauseOfAnEarlyNotice() {
        assertThat(RULE.disabledAfterNotice(USED, USED.plus(Duration.ofDays(3))))
                .isEqualTo(DAY_30);
    }

    /** The realm may have allowed a longer time since the notice. */
    @Test
    void disablesNothingBeforeTheEndOfTheTimeThatCountsNow() {
        ToldNotices told = ToldNotices.NONE.with(UnusedRule.notice(USED), DAY_23);
        UnusedRule longer = new UnusedRule(60);
        Instant day60 = USED.plus(Duration.ofDays(60));

        assertThat(longer.disables(USED, told, day60.minus(SECOND))).isFalse();
        assertThat(longer.disables(USED, told, day60)).isTrue();
    }

    /** A use after the notice makes it one about the past. */
    @Test
    void aUseAfterTheNoticeStartsAnew() {
        ToldNotices told = ToldNotices.NONE.with(UnusedRule.notice(USED), DAY_23);
        Instant usedAgain = DAY_23.plus(SECOND);

        assertThat(RULE.disables(usedAgain, told, usedAgain.plus(Duration.ofDays(30))))
                .isFalse();
    }
}
