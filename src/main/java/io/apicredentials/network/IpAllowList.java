package io.apicredentials.network;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The addresses from which a credential may be used: "All IP addresses" or up to six IPv4 addresses and ranges.
 *
 * @param ranges 1 to {@value #MAX_ENTRIES} different ranges; {@code 0.0.0.0/0} only alone
 */
public record IpAllowList(List<Ipv4Range> ranges) {

    public static final int MAX_ENTRIES = 6;

    public IpAllowList {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty() || ranges.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("an allow-list has 1 to " + MAX_ENTRIES + " entries");
        }
        if (Set.copyOf(ranges).size() != ranges.size()) {
            throw new IllegalArgumentException("duplicate entries");
        }
        if (ranges.size() > 1 && ranges.stream().anyMatch(Ipv4Range::isEveryAddress)) {
            throw new IllegalArgumentException("0.0.0.0/0 beside other entries");
        }
    }

    /**
     * Reads the entries and reports everything that is wrong with them.
     *
     * @param problem receives each, at {@code ""} for the list and at {@code [2]} for its third entry
     * @return empty if anything was reported
     */
    public static Optional<IpAllowList> parse(List<String> entries, Consumer<Problem> problem) {
        if (entries.isEmpty()) {
            problem.accept(Problem.of("", AddressProblem.ADDRESSES_EMPTY));
            return Optional.empty();
        }
        boolean valid = entries.size() <= MAX_ENTRIES;
        if (!valid) {
            problem.accept(Problem.of("", AddressProblem.TOO_MANY_ADDRESSES, entries.size(), MAX_ENTRIES));
        }
        Set<Ipv4Range> ranges = new LinkedHashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            String entry = entries.get(index);
            String place = "[" + index + "]";
            Optional<Ipv4Range> range = Ipv4Range.parse(entry, wrong -> problem.accept(wrong.within(place)));
            valid &= range.isPresent();
            if (range.isPresent() && !ranges.add(range.get())) {
                problem.accept(Problem.with(place, AddressProblem.DUPLICATE_ADDRESS, entry));
                valid = false;
            }
            if (range.isPresent() && range.get().isEveryAddress() && entries.size() > 1) {
                problem.accept(Problem.with(place, AddressProblem.EVERY_ADDRESS_NOT_ALONE, entry));
                valid = false;
            }
        }
        return valid ? Optional.of(new IpAllowList(List.copyOf(ranges))) : Optional.empty();
    }

    /** True when every address is listed, which is the choice "All IP addresses". */
    public boolean isEveryAddress() {
        return ranges.get(0).isEveryAddress();
    }

    /** True also when several ranges together are all addresses. */
    public boolean coversEveryAddress() {
        return size() == Ipv4Range.EVERY_ADDRESS;
    }

    /**
     * How many IPv4 addresses are listed that another list does not have.
     *
     * @param other empty lists none
     */
    public long sizeBeyond(Optional<IpAllowList> other) {
        List<Ipv4Range> others = other.map(IpAllowList::ranges).orElse(List.of());
        List<Ipv4Range> both = new ArrayList<>(others);
        both.addAll(ranges);
        return size(both) - size(others);
    }

    /** How many IPv4 addresses are listed. */
    public long size() {
        return size(ranges);
    }

    /** Whether all addresses of a range are listed, be it by several entries together. */
    public boolean covers(Ipv4Range range) {
        List<Ipv4Range> both = new ArrayList<>(ranges);
        both.add(range);
        return size(both) == size(ranges);
    }

    private static long size(List<Ipv4Range> ranges) {
        long size = 0;
        long next = 0;
        for (Ipv4Range range : sorted(ranges)) {
            long end = range.first() + range.size();
            size += Math.max(0, end - Math.max(next, range.first()));
            next = Math.max(next, end);
        }
        return size;
    }

    private static List<Ipv4Range> sorted(List<Ipv4Range> ranges) {
        return ranges.stream().sorted(Comparator.comparing(Ipv4Range::first)).toList();
    }

    public boolean permits(PeerAddress peer) {
        if (peer instanceof PeerAddress.V4 ipv4) {
            for (Ipv4Range range : ranges) {
                if (range.contains(ipv4.address())) {
                    return true;
                }
            }
            return false;
        }
        return isEveryAddress();
    }

    /** The entries in canonical form, in the order given. */
    public List<String> entries() {
        return ranges.stream().map(Ipv4Range::toString).toList();
    }
}
