package io.apicredentials.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chains of records for tests. */
final class AuditRecords {

    private AuditRecords() {}

    static AuditEntry entry(String operation) {
        return new AuditEntry(
                Instant.ofEpochMilli(1_800_000_000_000L),
                "realm",
                Optional.of("credential"),
                operation,
                new Author(
                        "user",
                        Optional.of("realm"),
                        Optional.of("u1"),
                        Optional.of("alice"),
                        Optional.of("admin-cli"),
                        Optional.of("203.0.113.7"),
                        "rest"),
                Optional.of("Because"),
                Optional.empty(),
                Optional.of("{\"enabled\":true}"),
                Optional.of("{\"enabled\":false}"));
    }

    /** Of as many as asked for, each with an operation of its own. */
    static List<AuditRecord> chain(int length) {
        List<AuditRecord> chain = new ArrayList<>();
        ChainEnd end = ChainEnd.NONE;
        for (int i = 1; i <= length; i++) {
            AuditRecord record = AuditRecord.after(end, entry("operation-" + i));
            chain.add(record);
            end = record.end();
        }
        return chain;
    }

    static AuditRecord at(long sequence, AuditRecord record) {
        return new AuditRecord(sequence, record.entry(), record.previous(), record.digest());
    }
}
