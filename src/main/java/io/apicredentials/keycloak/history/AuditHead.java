package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;

/**
 * What is noted of the chain of a realm beside its records.
 *
 * @param last the last record
 * @param pruned the last record that was pruned
 */
record AuditHead(ChainEnd last, ChainEnd pruned) {

    static final AuditHead NONE = new AuditHead(ChainEnd.NONE, ChainEnd.NONE);

    /** Of a chain that goes on after a record that nobody has. */
    static AuditHead afterGap(long sequence) {
        return new AuditHead(new ChainEnd(sequence, ChainEnd.NONE.digest()), ChainEnd.NONE);
    }
}
