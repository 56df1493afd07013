package io.apicredentials.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of one realm in their order and looks whether each is what was written after the one before. It keeps one
 * record, so that a chain of any length can be checked.
 */
public final class ChainCheck {

    /** How far from its place a record is looked for. Each place is a digest to compute. */
    private static final long REACH = 10_000;

    private ChainEnd last;
    private long checked;
    private @Nullable AuditRecord suspect;
    private @Nullable Broken broken;

    /**
     * The first record that is not as it was written.
     *
     * @param sequence its place
     */
    public record Broken(long sequence, ChainFault fault) {}

    /** @param anchor what was removed before the first record that is left */
    public ChainCheck(ChainEnd anchor) {
        last = anchor;
    }

    /** The last record that is right, and follows from all before it. */
    public ChainEnd last() {
        return last;
    }

    /** The number after which the next record is to be looked for. At first that is before all: there may be more than there should. */
    public long position() {
        if (suspect != null) {
            return suspect.sequence();
        }
        return checked == 0 ? Long.MIN_VALUE : last.sequence();
    }

    /** How many records were found right. */
    public long checked() {
        return checked;
    }

    /** The first one that is wrong, as far as is known. */
    public Optional<Broken> broken() {
        return Optional.ofNullable(broken);
    }

    /**
     * Looks at the next record.
     *
     * @param head the last record of the chain, as it was noted when this one was read or later
     */
    public void add(AuditRecord record, ChainEnd head) {
        if (broken != null) {
            return;
        }
        AuditRecord before = suspect;
        if (before != null) {
            broken = new Broken(before.sequence(), fault(before, Optional.of(record)));
        } else if (record.sequence() <= last.sequence() || record.sequence() > head.sequence()) {
            broken = new Broken(record.sequence(), ChainFault.INSERTED);
        } else if (record.sequence() > last.sequence() + 1) {
            broken = new Broken(last.sequence() + 1, ChainFault.MISSING);
        } else if (record.follows(last)) {
            last = record.end();
            checked++;
        } else {
            suspect = record;
        }
    }

    /**
     * Looks whether the chain ends where it has to.
     *
     * @param head the last record of the chain, as it is noted beside the records
     * @return the first record that is wrong; empty when all are right
     */
    public Optional<Broken> end(ChainEnd head) {
        if (broken == null && suspect != null) {
            broken = new Broken(suspect.sequence(), fault(suspect, Optional.empty()));
        } else if (broken == null && last.sequence() < head.sequence()) {
            broken = new Broken(last.sequence() + 1, ChainFault.MISSING);
        } else if (broken == null && !last.equals(head)) {
            broken = new Broken(head.sequence(), ChainFault.HEAD);
        }
        return broken();
    }

    private ChainFault fault(AuditRecord wrong, Optional<AuditRecord> next) {
        boolean isInPlace = wrong.wasWrittenAt(wrong.sequence());
        if (!isInPlace && wasWrittenElsewhere(wrong)) {
            return ChainFault.MOVED;
        }
        if (next.filter(record -> record.wasWrittenAfter(last)).isPresent()) {
            return ChainFault.INSERTED;
        }
        return isInPlace ? ChainFault.DETACHED : ChainFault.CHANGED;
    }

    private static boolean wasWrittenElsewhere(AuditRecord wrong) {
        long first = Math.max(1, wrong.sequence() - REACH);
        for (long place = first; place <= wrong.sequence() + REACH; place++) {
            if (wrong.wasWrittenAt(place)) {
                return true;
            }
        }
        return false;
    }
}
