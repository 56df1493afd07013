package io.apicredentials.keycloak.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.network.ForwardedHeader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    private static final String OPTION = "--spi-api-credentials--server--trusted-proxies";

    @Test
    void warnsOfNothingWithoutAProxy() {
        assertThat(new ProxySettings(Optional.empty(), false, OptionalInt.of(0)).warnings())
                .isEmpty();
    }

    /** Without the header that option changes nothing either. */
    @Test
    void warnsOfNothingWhenPeersAreLimitedWithoutAHeader() {
        assertThat(warnings(null, true, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfNothingBehindAKnownNumberOfTrustedProxies(ForwardedHeader header) {
        assertThat(warnings(header, true, 1)).isEmpty();
        assertThat(warnings(header, true, 99)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenEveryPeerMaySendTheHeader(ForwardedHeader header) {
        assertThat(warnings(header, false, 1))
                .singleElement()
                .asString()
                .startsWith("Every peer may send the header " + header.headerName() + " ")
                .contains("--proxy-trusted-addresses");
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenTheCallerWritesTheFirstAddress(ForwardedHeader header) {
        assertThat(warnings(header, true, 0))
                .singleElement()
                .asString()
                .startsWith("Keycloak takes the first address in the header " + header.headerName() + ",")
                .contains(OPTION);
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfEverythingThatIsWrongAtOnce(ForwardedHeader header) {
        assertThat(warnings(header, false, 0)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void warnsWhenTheNumberOfProxiesHasNoEffect(boolean peersAreLimited) {
        assertThat(warnings(null, peersAreLimited, 1))
                .containsExactly("The option " + OPTION + " has no effect without --proxy-headers.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void warnsOfNothingElseWhenTheNumberOfProxiesCannotBeRead(boolean peersAreLimited) {
        ProxySettings withHeader =
                new ProxySettings(Optional.of(ForwardedHeader.FORWARDED), peersAreLimited, OptionalInt.empty());
        ProxySettings withoutHeader = new ProxySettings(Optional.empty(), peersAreLimited, OptionalInt.empty());

        assertThat(withHeader.warnings())
                .singleElement()
                .asString()
                .startsWith("The option " + OPTION + " is no number from 0 to 99, ")
                .contains("no API credential is accepted");
        assertThat(withoutHeader.warnings()).isEqualTo(withHeader.warnings());
    }

    @Test
    void endsEveryWarningAsASentence() {
        ProxySettings unreadable = new ProxySettings(Optional.empty(), true, OptionalInt.empty());

        assertThat(Stream.of(
                                warnings(ForwardedHeader.FORWARDED, false, 0),
                                warnings(null, true, 1),
                                unreadable.warnings())
                        .flatMap(List::stream))
                .hasSize(4)
                .allMatch(warning -> warning.endsWith("."));
    }

    private static List<String> warnings(
            @Nullable ForwardedHeader header, boolean peersAreLimited, int trustedProxies) {
        return new ProxySettings(Optional.ofNullable(header), peersAreLimited, OptionalInt.of(trustedProxies))
                .warnings();
    }
}
