package io.apicredentials.keycloak.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {

    @Test
    void takesTheDefaultsForWhatIsNotGiven() {
        ServerOptions options = read(Map.of(), Map.of());

        assertThat(options.installIntoExistingRealms()).isTrue();
        assertThat(options.normalFailures()).isEqualTo(60);
        assertThat(options.proxies().trustedProxies()).isEqualTo(OptionalInt.of(0));
        assertThat(options.noticeInterval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsWhatIsGiven() {
        ServerOptions options =
                read(Map.of("auto-install", "lazy", "failure-warning", "7", "trusted-proxies", "2"), Map.of());

        assertThat(options.installIntoExistingRealms()).isFalse();
        assertThat(options.normalFailures()).isEqualTo(7);
        assertThat(options.proxies().trustedProxies()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void readsTheOldOptionsOfTheClientAuthenticator() {
        ServerOptions options =
                read(Map.of(), Map.of("auto-install", "lazy", "failure-limit", "7", "trusted-proxies", "2"));

        assertThat(options.installIntoExistingRealms()).isFalse();
        assertThat(options.normalFailures()).isEqualTo(7);
        assertThat(options.proxies().trustedProxies()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void prefersTheNewOptions() {
        ServerOptions options = read(
                Map.of("auto-install", "all", "failure-warning", "8", "trusted-proxies", "3"),
                Map.of("auto-install", "lazy", "failure-limit", "7", "trusted-proxies", "2"));

        assertThat(options.installIntoExistingRealms()).isTrue();
        assertThat(options.normalFailures()).isEqualTo(8);
        assertThat(options.proxies().trustedProxies()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void knowsTheNewNameInTheNewPlaceOnly() {
        assertThat(read(Map.of("failure-limit", "7"), Map.of("failure-warning", "8"))
                        .normalFailures())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999999999, 999999999"})
    void takesAnyNumberOfFailures(String text, int number) {
        assertThat(read(Map.of("failure-warning", text), Map.of()).normalFailures())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1000000000", "ten"})
    void takesTheDefaultForNoNumberOfFailures(String text) {
        assertThat(read(Map.of("failure-warning", text), Map.of()).normalFailures())
                .isEqualTo(60);
    }

    @Test
    void installsEverywhereByAWordThatItDoesNotKnow() {
        assertThat(read(Map.of("auto-install", "never"), Map.of()).installIntoExistingRealms())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1, PT1S", "604800, P7D", "PT0S, PT0S", "PT90M, PT90M", "P7D, P7D"})
    void readsTheIntervalOfNotices(String text, Duration interval) {
        assertThat(read(Map.of("notice-interval", text), Map.of()).noticeInterval())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "604801", "9999999", "PT0.5S", "P8D", "P1M", "hourly"})
    void looksEveryHourByAnIntervalThatItCannotRead(String text) {
        assertThat(read(Map.of("notice-interval", text), Map.of()).noticeInterval())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void countsUsesUnlessToldOtherwise() {
        assertThat(read(Map.of(), Map.of()).usage())
                .isEqualTo(new ServerOptions.UsageOptions(Duration.ofSeconds(5), Duration.ofDays(400)));
    }

    @ParameterizedTest
    @CsvSource({"0, P1D, PT0S, P1D", "1, P3660D, PT1S, P3660D", "60, PT48H, PT1M, P2D", "PT1M, P30D, PT1M, P30D"})
    void readsHowUsesAreCounted(String flush, String retention, Duration flushed, Duration retained) {
        assertThat(read(Map.of("usage-flush", flush, "usage-retention", retention), Map.of())
                        .usage())
                .isEqualTo(new ServerOptions.UsageOptions(flushed, retained));
    }

    @ParameterizedTest
    @CsvSource({"-1, PT23H", "61, P3661D", "PT61S, P1Y", "often, long", "5s, 86399"})
    void countsUsesAsUsualByWhatItCannotRead(String flush, String retention) {
        assertThat(read(Map.of("usage-flush", flush, "usage-retention", retention), Map.of())
                        .usage())
                .isEqualTo(read(Map.of(), Map.of()).usage());
    }

    @ParameterizedTest
    @CsvSource({
        "audit-retention, Records are kept for good.",
        "usage-retention, Taken as 'P400D'.",
        "usage-flush, Taken as 'PT5S'.",
        "notice-interval, Taken as 'PT1H'."
    })
    void saysWhatHoldsForADurationThatItCannotRead(String option, String consequence) {
        List<String> lines = new ArrayList<>();
        Handler log = handler(lines);
        Logger logger = Logger.getLogger(OptionReader.class.getName());
        logger.addHandler(log);
        try {
            read(Map.of(option, "long"), Map.of());
        } finally {
            logger.removeHandler(log);
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("The option --spi-api-credentials--server--" + option + " is 'long'; write ")
                .endsWith(". " + consequence);
    }

    @Test
    void letsNoRealmChangeItsApprovalByItselfUnlessToldSo() {
        assertThat(read(Map.of(), Map.of()).breaksGlass("shop")).isFalse();
        assertThat(read(Map.of("approval-break-glass", ""), Map.of()).breaksGlass(""))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"shop, true", "pay roll, true", "SHOP, false", "shop-2, false", "'shop,pay roll', false"})
    void knowsTheRealmsThatMayChangeTheirApprovalByThemselves(String realm, boolean may) {
        assertThat(read(Map.of("approval-break-glass", "shop, pay roll,"), Map.of())
                        .breaksGlass(realm))
                .isEqualTo(may);
    }

    /** No address is known then, and no credential is accepted. */
    @Test
    void takesNoNumberOfProxiesForUnknown() {
        assertThat(read(Map.of("trusted-proxies", "many"), Map.of()).proxies().trustedProxies())
                .isEmpty();
    }

    private static ServerOptions read(Map<String, String> options, Map<String, String> oldOptions) {
        return new OptionReader(options::get, oldOptions::get).read();
    }

    private static Handler handler(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(String.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
