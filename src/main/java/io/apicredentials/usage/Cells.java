package io.apicredentials.usage;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The counts of all accepted uses, or of all refused ones. A cell stays for the hour, so that a use finds it there, and so do the
 * addresses that were seen: what is taken out every few seconds would not bound them.
 */
final class Cells {

    private final boolean accepted;
    private final Outcome remark;
    private final int maxCells;
    private final int maxAddresses;
    private final Map<UsageKey, Cell> cells = new ConcurrentHashMap<>();
    private final Map<Window, Addresses> addresses = new ConcurrentHashMap<>();
    private final Cell uncounted = new Cell();

    private record Window(String credential, long hour) {}

    Cells(boolean accepted, int maxCells, int maxAddresses) {
        this.accepted = accepted;
        this.remark = accepted ? Remark.ACCEPTED_UNCOUNTED : Remark.REFUSED_UNCOUNTED;
        this.maxCells = maxCells;
        this.maxAddresses = maxAddresses;
    }

    void add(UsageKey key, long uses, long at) {
        if (key.isRemark()) {
            uncounted.add(uses, at);
        } else if (!addToKnown(key, uses, at)) {
            addToNew(key, uses, at);
        }
    }

    private boolean addToKnown(UsageKey key, long uses, long at) {
        Cell known = cells.get(key);
        return known != null && known.add(uses, at);
    }

    /** Where there is no room, among the other addresses of the credential; where these have none either, anywhere. */
    private void addToNew(UsageKey key, long uses, long at) {
        if (cells.size() < maxCells) {
            addToCell(isAdmitted(key) ? key : key.fromOthers(), uses, at);
        } else if (!addToKnown(key.fromOthers(), uses, at)) {
            uncounted.add(uses, at);
        }
    }

    private void addToCell(UsageKey key, long uses, long at) {
        Cell cell = cells.computeIfAbsent(key, any -> new Cell());
        while (!cell.add(uses, at)) {
            // It was closed at this moment.
            cells.remove(key, cell);
            cell = cells.computeIfAbsent(key, any -> new Cell());
        }
    }

    private boolean isAdmitted(UsageKey key) {
        return addresses
                .computeIfAbsent(new Window(key.credential(), key.hour()), any -> new Addresses(maxAddresses))
                .admit(key.address());
    }

    /** To be called by one thread at a time. */
    void drain(long presentHour, Consumer<UsageCount> counts) {
        // What was refused stays for its hour: whoever fills that up could otherwise do so again and again.
        boolean makesRoom = accepted && cells.size() > maxCells / 2;
        cells.forEach((key, cell) -> {
            boolean ends = makesRoom || key.hour() < presentHour;
            give(key, ends ? cell.close() : cell.take(), cell.lastAt(), counts);
            if (ends) {
                cells.remove(key, cell);
            }
        });
        give(UsageKey.remark(remark), uncounted.take(), uncounted.lastAt(), counts);
        addresses.keySet().removeIf(window -> window.hour < presentHour);
    }

    private static void give(UsageKey key, long uses, long lastAt, Consumer<UsageCount> counts) {
        if (uses > 0) {
            counts.accept(new UsageCount(key, uses, Instant.ofEpochMilli(lastAt)));
        }
    }

    long waiting() {
        return uncounted.waiting()
                + cells.values().stream().mapToLong(Cell::waiting).sum();
    }

    int size() {
        return cells.size();
    }
}
