package io.apicredentials.network;

import io.apicredentials.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** An address, or a range of them, of which somebody asks which credentials could be used from there. */
public sealed interface AskedAddress {

    /** One address, of IPv4 or IPv6. */
    record One(PeerAddress peer) implements AskedAddress {

        @Override
        public boolean isAdmittedBy(IpAllowList addresses) {
            return addresses.permits(peer);
        }
    }

    /** Any address of a range. */
    record AnyOf(Ipv4Range range) implements AskedAddress {

        @Override
        public boolean isAdmittedBy(IpAllowList addresses) {
            return addresses.ranges().stream().anyMatch(range::overlaps);
        }
    }

    /** Whether a credential with this allow-list could be used from there. */
    boolean isAdmittedBy(IpAllowList addresses);

    /**
     * Reads {@code 203.0.113.7}, {@code 198.51.100.0/24} or {@code 2001:db8::7}.
     *
     * @param problem receives what is wrong, when the result is empty
     */
    static Optional<AskedAddress> parse(String text, Consumer<Problem> problem) {
        Optional<PeerAddress> peer = PeerAddress.parse(text);
        return peer.isPresent()
                ? peer.map(One::new)
                : Ipv4Range.parse(text, problem).map(AnyOf::new);
    }
}
