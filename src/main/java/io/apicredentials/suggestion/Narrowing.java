package io.apicredentials.suggestion;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Range;
import io.apicredentials.network.PeerAddress;
import io.apicredentials.suggestion.Uncovered.Reason;
import io.apicredentials.usage.UsageKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the recorded uses of a credential say of its list of addresses.
 *
 * @param list what covers them, within the present list
 * @param uncovered what it does not cover
 * @param isNarrower whether it admits fewer addresses than the present list
 */
public record Narrowing(NarrowList list, List<Uncovered> uncovered, boolean isNarrower) {

    public Narrowing {
        uncovered = List.copyOf(uncovered);
    }

    /**
     * Judges the present list.
     *
     * @param recorded accepted uses, each address once
     * @param beyond how many accepted uses there are from addresses that are not told
     * @param mayBeEntry whether the realm accepts a range; where it does, it accepts each range within it too
     */
    public static Narrowing of(
            List<RecordedAddress> recorded, long beyond, IpAllowList present, Predicate<Ipv4Range> mayBeEntry) {
        Tally tally = new Tally(new EnumMap<>(Reason.class));
        List<SeenAddress> seen = new ArrayList<>();
        for (RecordedAddress one : recorded) {
            Optional<PeerAddress> peer = PeerAddress.parse(one.text());
            if (peer.isEmpty()) {
                tally.add(one.text().equals(UsageKey.OTHERS) ? Reason.OTHERS : Reason.UNKNOWN, 0, one.uses());
            } else if (peer.get() instanceof PeerAddress.V4 ipv4) {
                if (present.permits(ipv4)) {
                    seen.add(new SeenAddress(ipv4.address(), one.uses()));
                } else {
                    tally.add(Reason.NOT_LISTED, 1, one.uses());
                }
            } else {
                tally.add(Reason.IPV6, 1, one.uses());
            }
        }
        tally.add(Reason.OTHERS, 0, beyond);
        NarrowList list = NarrowList.of(seen, range -> mayBeEntry.test(range) && present.covers(range));
        long usesSeen = seen.stream().mapToLong(SeenAddress::uses).sum();
        tally.add(Reason.BEYOND_LIST, seen.size() - list.addresses(), usesSeen - list.uses());
        return new Narrowing(list, tally.all(), !list.entries().isEmpty() && list.size() < present.size());
    }

    private record Tally(Map<Reason, Uncovered> uncovered) {

        void add(Reason reason, long addresses, long uses) {
            if (uses > 0) {
                uncovered.merge(
                        reason,
                        new Uncovered(reason, addresses, uses),
                        (one, other) ->
                                new Uncovered(reason, one.addresses() + other.addresses(), one.uses() + other.uses()));
            }
        }

        List<Uncovered> all() {
            return List.copyOf(uncovered.values());
        }
    }
}
