package io.apicredentials.audit;

import io.apicredentials.digest.CanonicalJson;
import io.apicredentials.digest.Sha256;
import java.util.Map;
import java.util.Optional;

/**
 * A change at its place in the chain of its realm.
 *
 * @param sequence 1 for the first record of a realm, and one more for each that follows
 * @param previous the digest of the record before
 * @param digest that of this record: the SHA-256 of its canonical JSON (RFC 8785), with its sequence and the digest before
 */
public record AuditRecord(long sequence, AuditEntry entry, String previous, String digest) {

    /** The record that comes after the end of a chain. */
    public static AuditRecord after(ChainEnd end, AuditEntry entry) {
        long sequence = end.sequence() + 1;
        // What has no canonical form is still recorded, and is never right: a change is not to fail for what was done
        // to the table.
        String digest = digest(sequence, entry, end.digest()).orElse(ChainEnd.NONE.digest());
        return new AuditRecord(sequence, entry, end.digest(), digest);
    }

    /** What a chain ends with that ends with this record. */
    public ChainEnd end() {
        return new ChainEnd(sequence, digest);
    }

    /** Whether the record is what was written right after the end of a chain. */
    boolean follows(ChainEnd end) {
        return sequence == end.sequence() + 1 && wasWrittenAfter(end);
    }

    /** The same, wherever the record stands by now. */
    boolean wasWrittenAfter(ChainEnd end) {
        return previous.equals(end.digest()) && wasWrittenAt(end.sequence() + 1);
    }

    /** Whether the record is what was written at a place, after whatever. */
    boolean wasWrittenAt(long place) {
        return digest(place, entry, previous).filter(digest::equals).isPresent();
    }

    /** Empty for what has no canonical form. Nobody could have written that here: it is what somebody made of it. */
    private static Optional<String> digest(long sequence, AuditEntry entry, String previous) {
        try {
            return Optional.of(Sha256.of(CanonicalJson.of(
                            Map.of("sequence", sequence, "previous", previous, "record", entry.content())))
                    .text());
        } catch (IllegalArgumentException unwritable) {
            return Optional.empty();
        }
    }
}
